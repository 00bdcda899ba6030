import { defaultSettings, type Settings } from "../../src/core/settings.js";
import { scorePair } from "../../src/scoring/scorePair.js";
import { fileOf, pairs } from "./golden.js";

/** What the scores were at a point in time: `values[setting][pair]` holds one number for each of `ids`. */
export interface Bits {
  readonly ids: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<number | null>>>>>;
}

/** Settings that reach every path through the pixels: the usual ones, and those that move windows, masks and distances. */
const variants: Readonly<Record<string, Partial<Settings>>> = {
  default: {},
  "kernel 7, threshold 0.3": { kernel: 7, threshold: 0.3 },
  "spacing 0.5 x 1.3, background ignored": { spacing: [0.5, 1.3], ignore: 0, kernel: 300 },
};

/** The scores of every shared pair under every variant. */
export function scoresOfPairs(): Record<string, Record<string, Readonly<Record<string, number | null>>>> {
  const ofVariant = (variant: Partial<Settings>) => {
    const entries = pairs.map(({ name, gt, pred }) => {
      const row = scorePair({ name, truth: fileOf(gt), prediction: fileOf(pred) }, { ...defaultSettings, ...variant });
      return [name, row.status === "scored" ? row.scores : {}] as const;
    });
    return Object.fromEntries(entries);
  };
  return Object.fromEntries(Object.entries(variants).map(([name, variant]) => [name, ofVariant(variant)]));
}
