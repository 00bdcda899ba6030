import type { HardCounts } from "../sums.js";
import type { Tally } from "../tally.js";
import { binary, over, type Variant } from "./convention.js";

/** Numerator and denominator of the metrics that are one ratio of confusion counts. */
export const ratios = {
  iou: ({ tp, fp, fn }) => [tp, tp + fp + fn],
  f1: ({ tp, fp, fn }) => [2 * tp, 2 * tp + fp + fn],
  f2: ({ tp, fp, fn }) => [5 * tp, 5 * tp + 4 * fn + fp],
  precision: ({ tp, fp }) => [tp, tp + fp],
  recall: ({ tp, fn }) => [tp, tp + fn],
  specificity: ({ tn, fp }) => [tn, tn + fp],
  accuracy: ({ tp, fp, fn, tn }) => [tp + tn, tp + fp + fn + tn],
  npv: ({ tn, fn }) => [tn, tn + fn],
  fpr: ({ fp, tn }) => [fp, fp + tn],
  fnr: ({ fn, tp }) => [fn, fn + tp],
} as const satisfies Record<string, (counts: HardCounts) => readonly [number, number]>;

export type RatioId = keyof typeof ratios;

interface Library {
  readonly count: (tally: Tally, threshold: number) => HardCounts;
  readonly differs: string;
  /** What it gives for 0/0. */
  readonly empty: number;
  /** The call of each metric that it has. */
  readonly python: Readonly<Partial<Record<RatioId, (threshold: number) => string>>>;
}

/** The ratios that a library has, all with the same rule for 0/0. */
export function hardRates({ count, differs, empty, python }: Library): Record<string, readonly [Variant]> {
  const entries = Object.entries(python).flatMap(([id, call]) => {
    const ratio: (counts: HardCounts) => readonly [number, number] = ratios[id as RatioId];
    const value = (tally: Tally, threshold: number) => {
      const [numerator, denominator] = ratio(count(tally, threshold));
      return over(numerator, denominator, empty);
    };
    const variant = binary({
      differs,
      python: ({ threshold }) => call(threshold),
      value: ({ pixels }, { threshold }) => value(pixels, threshold),
    });
    return [[id, [variant]] as const];
  });
  return Object.fromEntries(entries);
}
