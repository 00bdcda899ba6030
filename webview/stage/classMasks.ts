import { otherClassSquareAt } from "../../src/core/boundary/distanceAt.js";
import type { Spacing } from "../../src/core/boundary/spacing.js";
import { BACKGROUND, type BinaryMask, FOREGROUND, IGNORED } from "../../src/core/raster.js";
import { positives } from "./positives.js";
import type { Scene } from "./scene.js";

/** A mask whose pixels know how far the other class is. */
interface ClassMask {
  readonly mask: BinaryMask;
  /** Where a class is missing there is no distance, and nothing to search for. */
  readonly hasBoth: boolean;
}

const known = new WeakMap<Scene["sampler"], readonly [truth: ClassMask, prediction: ClassMask]>();

/** Truth and p > 1/2 of the pair on the page, in which the Hausdorff DT loss measures distances. */
function classMasks(scene: Scene): readonly [truth: ClassMask, prediction: ClassMask] {
  const kept = known.get(scene.sampler);
  if (kept) return kept;
  const { truth, prediction } = scene.view.pixels;
  const isPositive = positives(scene, 0.5);
  const half = truth.map((value, i) => (value === IGNORED ? IGNORED : isPositive[prediction[i]]));
  const [ofTruth, ofPrediction] = [truth, half].map((pixels) => ({
    mask: { ...scene.size, pixels },
    hasBoth: pixels.includes(FOREGROUND) && pixels.includes(BACKGROUND),
  }));
  const masks = [ofTruth, ofPrediction] as const;
  known.set(scene.sampler, masks);
  return masks;
}

/** Of the last pixel asked for: a page that zooms around it asks in each frame. */
let latest: { readonly of: readonly unknown[]; readonly squares: readonly [number, number] } | null = null;

/** Squared distances of one pixel to the other class: in the truth, and in p > 1/2. */
export function otherClassSquaresAt(scene: Scene, x: number, y: number, spacing: Spacing): readonly [number, number] {
  const of = [scene.sampler, x, y, ...spacing];
  if (latest?.of.every((input, i) => input === of[i])) return latest.squares;
  const [ofTruth, ofPrediction] = classMasks(scene).map(({ mask, hasBoth }) =>
    hasBoth ? otherClassSquareAt(mask, x, y, spacing) : 0,
  );
  latest = { of, squares: [ofTruth, ofPrediction] };
  return latest.squares;
}
