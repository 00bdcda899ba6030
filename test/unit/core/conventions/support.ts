import {
  compareConventions,
  type LibraryName,
  type PeerValue,
  type SharedValues,
} from "../../../../src/core/conventions/index.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import type { Evidence } from "../../../../src/core/evidence.js";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { pairOf } from "../support.js";

/** What a library returns for a score, by its own call or by a variant of it. */
export function returned(
  library: LibraryName,
  score: string,
  evidence: Evidence,
  shared: Partial<SharedValues> = {},
  variant?: string,
): PeerValue | null | undefined {
  const lines = compareConventions(evidence, { ...defaultSettings, ...shared }, score);
  return lines.find((line) => line.preset === library && line.variant === variant)?.value;
}

/** Evidence of a truth in a row, and probabilities. */
export function rowOf(truth: readonly number[], probabilities: readonly number[], settings: Partial<Settings> = {}) {
  const pair = pairOf(truth.length, truth, probabilities, 1);
  return gatherEvidence(pair.truth, pair.prediction, { ...defaultSettings, ...settings });
}
