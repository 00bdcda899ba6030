import { clip } from "../losses/bce.js";
import { cellTable, totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

/** Sum over the pixels of what a pixel of probability p costs, for truth 0 and truth 1. */
export function sumOf(tally: Tally, ofNegative: (p: number) => number, ofPositive: (p: number) => number): number {
  return totalOf(tally, cellTable(tally, ofNegative, ofPositive));
}

/** Mean over the pixels; NaN where there are none. */
export function meanOf(tally: Tally, ofNegative: (p: number) => number, ofPositive: (p: number) => number): number {
  return sumOf(tally, ofNegative, ofPositive) / softSums(tally).pixels;
}

/** p clipped to [ε, 1 - ε] where p, ε and 1 - ε are float32: 1 - 1e-7 is 0.99999988. */
export function clipFloat32(p: number, margin: number): number {
  const low = Math.fround(margin);
  return Math.min(Math.fround(1 - low), Math.max(low, Math.fround(p)));
}

/** Focal loss of a pixel of probability p_t of its own class. */
export function focalTerm(pt: number, gamma: number): number {
  return -((1 - pt) ** gamma) * Math.log(pt);
}

/** Focal loss on logits of c = clip(p, 1e-7), mean; the weights are 1 each without alpha. */
export function meanFocal(tally: Tally, gamma: number, ofNegative: number, ofPositive: number): number {
  return meanOf(
    tally,
    (p) => ofNegative * focalTerm(1 - clip(p, 1e-7), gamma),
    (p) => ofPositive * focalTerm(clip(p, 1e-7), gamma),
  );
}
