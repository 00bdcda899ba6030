import { otherClassSquareBy } from "../../src/core/boundary/distanceAt.js";
import type { Spacing } from "../../src/core/boundary/spacing.js";
import { IGNORED } from "../../src/core/raster.js";
import { hardCounts } from "../../src/core/sums.js";
import { positives } from "./positives.js";
import type { Scene } from "./scene.js";

/** In which the Hausdorff DT loss measures distances: what is above is foreground. */
const HALF = 0.5;

/** Of the last pixel asked for: a page asks again whenever it shows something. */
let latest: { readonly of: readonly unknown[]; readonly squares: readonly [number, number] } | null = null;

/** Squared distances of one pixel to the other class: in the truth, and in p > 1/2; 0 where a class is missing. */
export function otherClassSquaresAt(scene: Scene, x: number, y: number, spacing: Spacing): readonly [number, number] {
  const of = [scene.sampler, x, y, ...spacing];
  if (latest?.of.every((input, i) => input === of[i])) return latest.squares;
  const { truth, prediction } = scene.view.pixels;
  const isPositive = positives(scene, HALF);
  const { tp, fp, fn, tn } = hardCounts(scene.evidence.pixels, HALF);
  const square = (classOf: (i: number) => number) => otherClassSquareBy(classOf, scene.size, x, y, spacing);
  // Where a class is missing, every pixel would be looked at.
  const squares = [
    tp + fn > 0 && fp + tn > 0 ? square((i) => truth[i]) : 0,
    tp + fp > 0 && fn + tn > 0 ? square((i) => (truth[i] === IGNORED ? IGNORED : isPositive[prediction[i]])) : 0,
  ] as const;
  latest = { of, squares };
  return squares;
}
