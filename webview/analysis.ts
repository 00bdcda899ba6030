import { isLibrary } from "../src/core/conventions/index.js";
import { scoreValue, selectedScores } from "../src/core/evaluate.js";
import type { BinaryEvidence } from "../src/core/evidence.js";
import { jointTable } from "../src/core/maps/jointTable.js";
import { admit, type ParameterValues } from "../src/core/parameters.js";
import type { Score } from "../src/core/score.js";
import { type Settings, valuesFor } from "../src/core/settings.js";
import { type RegionShares, type Shares, sharesByRegion } from "../src/core/shares.js";
import type { LossOrder } from "../src/protocol/persisted.js";
import type { LossTables } from "./paint.js";

/** What the breakdown shows of one score. */
export interface Reading {
  readonly score: Score;
  /** The parameter values that it was computed with. */
  readonly values: ParameterValues;
  readonly value: number | null;
  /** How it divides among the regions at the threshold; null where it has no shares. */
  readonly shares: RegionShares | null;
}

interface Computed {
  readonly key: string;
  readonly values: ParameterValues;
  readonly value: number | null;
  readonly shares: Shares | null;
  tables?: LossTables;
}

/** Evaluates the evidence; a score whose parameters did not change is not computed again. */
export interface Analyst {
  read(settings: Settings): readonly Reading[];
  /** What each pixel adds to a loss, over the joint index; null where it has no shares. */
  lossTables(score: Score, settings: Settings): LossTables | null;
}

export function createAnalyst(evidence: BinaryEvidence): Analyst {
  const computed = new Map<string, Computed>();

  const compute = (score: Score, settings: Settings): Computed => {
    const given = valuesFor(score, settings);
    const values = Object.fromEntries(
      Object.entries(score.parameters).map(([id, parameter]) => [id, admit(parameter, given[id])]),
    );
    const key = JSON.stringify([settings.preset, values]);
    const known = computed.get(score.id);
    if (known?.key === key) return known;
    const value = scoreValue(score, evidence, settings);
    const fresh: Computed = {
      key,
      values,
      value: typeof value === "number" ? value : null,
      // Shares are those of the default formula: they would not add up to what another library returns.
      shares: isLibrary(settings.preset) ? null : score.shares(evidence, values),
    };
    computed.set(score.id, fresh);
    return fresh;
  };

  return {
    read(settings) {
      return selectedScores(settings, evidence.kind).map((score) => {
        const { values, value, shares } = compute(score, settings);
        return { score, values, value, shares: shares && sharesByRegion(evidence, shares, settings.threshold) };
      });
    },
    lossTables(score, settings) {
      const fresh = compute(score, settings);
      const { plain, weighted } = fresh.shares ?? {};
      if (!plain && !weighted) return null;
      fresh.tables ??= {
        ...(plain && { plain: jointTable(evidence.pixels, plain) }),
        ...(weighted && evidence.weighted && { weighted: jointTable(evidence.weighted, weighted) }),
      };
      return fresh.tables;
    },
  };
}

/** The part of a loss that lies in a region; 0 for a loss of 0. */
export function partIn(shares: RegionShares, region: keyof RegionShares): number {
  const total = shares.tp + shares.fp + shares.fn + shares.tn;
  return total > 0 ? shares[region] / total : 0;
}

/** Losses by the part that a region has in them, largest first; anything without shares stays behind, in its order. */
export function inOrder(readings: readonly Reading[], order: LossOrder): readonly Reading[] {
  if (order === "catalogue") return readings;
  const key = ({ shares }: Reading) => (shares ? partIn(shares, order) : -1);
  return [...readings].sort((a, b) => key(b) - key(a));
}

/** What was read from the pixels, and so cannot follow the sliders at once. */
export interface Gathered {
  readonly threshold: number;
  readonly kernel: number;
}

/** Whether a score still stands on pixels read under other settings. */
export function isPending(score: Score, gathered: Gathered, settings: Settings): boolean {
  return (["threshold", "kernel"] as const).some((id) => {
    const parameter = score.parameters[id];
    return parameter?.kind === "number" && parameter.fromPixels === true && gathered[id] !== settings[id];
  });
}
