import { ofLast } from "../ofLast.js";
import { defineScore } from "../score.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

/** The threshold of the highest IoU, and that IoU. */
export interface BestThreshold {
  readonly threshold: number;
  readonly iou: number;
}

/**
 * Tries p > t at every t that changes the mask: 0 and every level below the maximum. Of equals the lowest t.
 *
 * @returns null where the truth is empty: then no threshold is better than predicting nothing.
 */
export const bestThreshold: (tally: Tally) => BestThreshold | null = ofLast((tally) => {
  const { levels, maximum, negatives, positives } = tally;
  const { truth: foreground } = softSums(tally);
  if (foreground === 0) return null;
  let tp = 0;
  let fp = 0;
  let best = 0;
  let bestLevel = 0;
  for (let i = levels.length - 1; i >= 0; i--) {
    const iou = tp / (foreground + fp);
    if (iou >= best && levels[i] < maximum) {
      best = iou;
      bestLevel = levels[i];
    }
    tp += positives[i];
    fp += negatives[i];
  }
  // Below the lowest level everything is foreground, unless that level is 0 and the loop has just been there.
  const all = tp / (foreground + fp);
  if (levels[0] > 0 && all >= best) return { threshold: 0, iou: all };
  return { threshold: bestLevel / maximum, iou: best };
});

export const bestThresholdScore = defineScore({
  id: "best_threshold",
  title: "Best threshold",
  group: "metrics",
  formula: String.raw`\arg\max_t\,\mathrm{IoU}(p>t)`,
  source: "exhaustive over the stored values; of equals the lowest",
  better: "higher",
  range: [0, 1],
  empty: "undefined where the truth is empty",
  family: "pixel",
  parameters: {},
  value: ({ pixels }) => bestThreshold(pixels)?.threshold ?? null,
});

export const bestIou = defineScore({
  id: "best_iou",
  title: "IoU at the best threshold",
  group: "metrics",
  formula: String.raw`\max_t\,\mathrm{IoU}(p>t)`,
  source: "exhaustive over the stored values",
  better: "higher",
  range: [0, 1],
  empty: "undefined where the truth is empty",
  family: "pixel",
  parameters: {},
  value: ({ pixels }) => bestThreshold(pixels)?.iou ?? null,
});

/** A number a person would type: of the thresholds that cut the mask as the given one does, one with the fewest decimals. */
export function plainThreshold({ levels, maximum }: Tally, threshold: number): number {
  const next = levels.find((level) => level / maximum > threshold);
  const end = next === undefined ? 1 : next / maximum;
  for (let decimals = 1; decimals <= 6; decimals++) {
    const scale = 10 ** decimals;
    const plain = Math.ceil(threshold * scale) / scale;
    if (plain >= threshold && plain < end) return plain;
  }
  return threshold;
}
