import { defineScore } from "../score.js";
import { type HardCounts, hardCounts } from "../sums.js";
import type { Tally } from "../tally.js";

/** .50, .55 … .95 as k / 20, each the double nearest to its decimal: no drift as in numpy's arange. */
export const sweep: readonly number[] = Array.from({ length: 10 }, (_, step) => (10 + step) / 20);

const meanOverSweep = (tally: Tally, of: (counts: HardCounts) => number): number =>
  sweep.reduce((sum, t) => sum + of(hardCounts(tally, t)), 0) / sweep.length;

const pixelsOf = ({ tp, fp, fn, tn }: HardCounts) => tp + fp + fn + tn;

/** IoU over its union, 0 where the union is empty. */
const foregroundIou = ({ tp, fp, fn }: HardCounts) => (tp + fp + fn === 0 ? 0 : tp / (tp + fp + fn));

/** Mean over background and foreground; a class with an empty union is left out. */
function twoClassIou({ tp, fp, fn, tn }: HardCounts): number {
  const [foreground, background] = [tp + fp + fn, tn + fp + fn];
  if (foreground === 0) return tn / background;
  if (background === 0) return tp / foreground;
  return (tp / foreground + tn / background) / 2;
}

const defined = (tally: Tally, of: (counts: HardCounts) => number) =>
  pixelsOf(hardCounts(tally, 0.5)) === 0 ? null : meanOverSweep(tally, of);

export const meanIou = defineScore({
  id: "mean_iou",
  title: "IoU .50:.95 (threshold-averaged)",
  group: "metrics",
  formula: String.raw`\frac1{10}\sum_{t=.50,.55,\dots,.95}\mathrm{IoU}(p>t)`,
  source: "scikit-learn jaccard_score at each threshold",
  better: "higher",
  range: [0, 1],
  empty: "a threshold with an empty union counts 0",
  family: "pixel",
  parameters: {},
  value: ({ pixels }) => defined(pixels, foregroundIou),
});

export const meanIouTwoClasses = defineScore({
  id: "mean_iou_bgfg",
  title: "Threshold-averaged IoU, background and foreground",
  group: "metrics",
  formula: String.raw`\frac1{10}\sum_{t}\tfrac12\bigl(\mathrm{IoU}_{\text{bg}}+\mathrm{IoU}_{\text{fg}}\bigr)`,
  source: "the seed's mean_iou (tf.metrics.mean_iou with two classes), per image",
  better: "higher",
  range: [0, 1],
  empty: "a class with an empty union is left out: 1 where both masks are empty",
  family: "pixel",
  parameters: {},
  value: ({ pixels }) => defined(pixels, twoClassIou),
});
