import { evaluate, gatherEvidence } from "../../../src/core/evaluate.js";
import { defaultSettings, type Settings } from "../../../src/core/settings.js";
import type { ScoredRow } from "../../../src/report/row.js";
import { readBinaryPair } from "../../../src/scoring/readPair.js";
import { scorePair } from "../../../src/scoring/scorePair.js";
import { fileOf, type GoldenValue, golden, type ReferencePair, scoreIds } from "../golden.js";
import { agree, type Outcome } from "./outcome.js";

/** Settings, and the reference value of each score under them. */
export const binaryTables: ReadonlyArray<
  readonly [title: string, settings: Settings, keys: Readonly<Record<string, string>>]
> = [
  ["binary", defaultSettings, { ...scoreIds.binary, "1 - dice": "dice.coef" }],
  ["binary, kernel 41", { ...defaultSettings, kernel: 41 }, scoreIds["binary, kernel 41"]],
  ["binary, preset seed", { ...defaultSettings, preset: "seed" }, scoreIds["binary, preset seed"]],
  [
    "binary, preset seed, turned by hand",
    {
      ...defaultSettings,
      preset: "seed",
      overrides: { focal: { reduction: "mean" }, focal_log_dice: { mix: 1e-4 } },
    },
    { focal: "focal.seed_mean", focal_log_dice: "mixed.alpha1e-4" },
  ],
];

const undefinedHere = "0/0 is undefined here; the library gives 0";

/** Every value that is meant to differ: the scores, the pairs, and why. All are on masks that are empty or full. */
const stated: ReadonlyArray<readonly [scores: readonly string[], pairs: readonly string[], reason: string]> = [
  [["iou", "f1", "f2"], ["p08"], undefinedHere],
  [["precision"], ["p07", "p08"], undefinedHere],
  [["recall"], ["p06", "p08"], undefinedHere],
  [["specificity"], ["p02", "p11"], undefinedHere],
  [["mcc"], ["p02", "p06", "p07", "p08", "p11"], undefinedHere],
  [["jaccard"], ["p06"], "the truth is empty: SMP forces the loss to 0, the formula is near 1"],
  [["masd"], ["p08"], "both masks are empty: MetricsReloaded alone gives distance 0 (MONAI nan, medpy raises)"],
  [
    ["mcc_loss"],
    ["p02", "p06", "p07", "p08", "p11"],
    "a mask is empty or full, so that only the epsilon of SMP would speak",
  ],
  [["average_precision"], ["p02", "p06", "p08", "p11"], "the truth has one class only: undefined here, 0 or 1 there"],
];

function statedReason(id: string, pair: string): string | undefined {
  return stated.find(
    ([scores, pairs]) => scores.includes(id) && pairs.some((name) => pair.startsWith(`${name}_`)),
  )?.[2];
}

/** A score by the name of the table, which may ask for its complement: "1 - dice". */
function named(scores: Readonly<Record<string, number | null>>, name: string): number | null | undefined {
  const [, complement] = /^1 - (.*)$/.exec(name) ?? [];
  if (complement === undefined) return scores[name];
  const value = scores[complement];
  return typeof value === "number" ? 1 - value : value;
}

/** The binary scores of a pair against every table. */
export function binaryOutcomes({ name, gt, pred }: ReferencePair): Outcome[] {
  return binaryTables.flatMap(([, settings, keys]) => {
    const { truth, prediction } = readBinaryPair({ name, truth: fileOf(gt), prediction: fileOf(pred) }, settings);
    const scores = evaluate(gatherEvidence(truth, prediction, settings), settings);
    return Object.entries(keys).flatMap(([what, key]): Outcome[] => {
      const reference: GoldenValue | undefined = golden[name][key];
      const actual = named(scores, what);
      if (actual === undefined || reference === undefined) return [];
      const { value: expected, source } = reference;
      const facts = { group: "binary", pair: name, what, key, actual, expected, source } as const;
      if (agree(actual, expected, source)) return [{ ...facts, verdict: "reproduced" }];
      const reason = statedReason(what, name);
      return [reason === undefined ? { ...facts, verdict: "wrong" } : { ...facts, verdict: "stated", reason }];
    });
  });
}

/** What the headless output holds under the name that the table uses. */
function outputOf(row: ScoredRow, id: string): unknown {
  if (id === "confusion") return row.confusion;
  const [, ofClasses] = /^perClass\.(.*)$/.exec(id) ?? [];
  if (ofClasses === "iou" || ofClasses === "precision" || ofClasses === "recall") return row.perClass?.[ofClasses];
  return named(row.scores, id);
}

export interface MapOutcomes {
  readonly row: ScoredRow;
  readonly outcomes: readonly Outcome[];
}

/** The scores of a pair of label or instance maps. @param names of the classes; none: not listed. */
export function mapOutcomes({ name, gt, pred, task }: ReferencePair, names?: readonly string[]): MapOutcomes {
  const settings = { ...defaultSettings, ...(names && { classes: names.map((title, id) => ({ id, name: title })) }) };
  const row = scorePair({ name, truth: fileOf(gt), prediction: fileOf(pred) }, settings);
  if (row.status === "failed") throw new Error(row.reason);
  const keys = scoreIds[task === "multiclass" ? "labels" : "objects"];
  const outcomes = Object.entries(keys).map(([what, key]): Outcome => {
    const { value: expected, source } = golden[name][key];
    const actual = outputOf(row, what);
    const verdict = agree(actual, expected, source) ? "reproduced" : "wrong";
    return { group: "maps", pair: name, what, key, actual, expected, source, verdict };
  });
  return { row, outcomes };
}
