import { readFileSync } from "node:fs";
import { gatherEvidence } from "../../src/core/evaluate.js";
import type { BinaryEvidence, LabelEvidence, ObjectEvidence } from "../../src/core/evidence.js";
import { tallyLabels } from "../../src/core/labels/confusion.js";
import { matchInstances } from "../../src/core/objects/fromIds.js";
import type { Settings } from "../../src/core/settings.js";
import { decode } from "../../src/formats/decode.js";
import { readPair } from "../../src/scoring/readPair.js";
import { fileOf, pairs, type ReferencePair } from "./golden.js";

const stored = (relative: string) => decode(relative, readFileSync(fileOf(relative)));

function pairNamed(name: string): ReferencePair {
  const pair = pairs.find((candidate) => candidate.name === name);
  if (!pair) throw new RangeError(`There is no reference pair "${name}".`);
  return pair;
}

/** Of a reference pair of probabilities. */
export function binaryEvidence(name: string, settings: Settings): BinaryEvidence {
  const { gt, pred } = pairNamed(name);
  const reading = readPair({ name, truth: fileOf(gt), prediction: fileOf(pred) }, settings);
  if (reading.kind !== "binary") throw new TypeError(`${name} is not read as binary masks.`);
  return gatherEvidence(reading.truth, reading.prediction, settings);
}

/** Of the reference pair of class ids; 255 is void, the classes are those of truth and prediction. */
export function labelEvidence(): LabelEvidence {
  const { gt, pred } = pairNamed("h13_voc_palette");
  const [truth, prediction] = [stored(gt).samples, stored(pred).samples];
  const ids = [...new Set<number>([...truth, ...prediction])].filter((id) => id !== 255).sort((a, b) => a - b);
  return { kind: "labels", confusion: tallyLabels(truth, prediction, ids) };
}

/** Of the reference pair of instance ids. */
export function objectEvidence(): ObjectEvidence {
  const { gt, pred } = pairNamed("h18_inst_256");
  const { width, height, samples } = stored(gt);
  return { kind: "objects", objects: matchInstances(samples, stored(pred).samples, width, height, null) };
}
