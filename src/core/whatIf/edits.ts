import type { BinaryMask, Raster, Samples } from "../raster.js";
import { perfect } from "../regions/correct.js";
import { findRegions } from "../regions/list.js";
import { dropSpecks } from "./dropSpecks.js";
import { fillHoles } from "./fillHoles.js";
import { extremeOfWindow } from "./morphology.js";
import { type Flip, flip, shift } from "./rearrange.js";

/** A change of the prediction, to see what the scores make of it. Truth and ignored pixels stay as they are. */
export type Edit =
  /** p becomes the least, or the greatest, of its 3 x 3 window; a window ends at the border of the image. */
  | { readonly do: "erode" | "dilate" }
  /** Moves the probabilities right and down by whole pixels; what enters at a border is 0. */
  | { readonly do: "shift"; readonly dx: number; readonly dy: number }
  /** Raises every basin of p that does not reach the border to the lowest level over which it would run out. */
  | { readonly do: "fillHoles" }
  /** Lowers every peak of p until it is wider than a speck. */
  | { readonly do: "dropSpecks" }
  /** p becomes 1 where it is above the threshold, else 0. */
  | { readonly do: "binarise"; readonly threshold: number }
  /** p becomes 1 - p. */
  | { readonly do: "invert" }
  | { readonly do: "flip"; readonly as: Flip }
  /** p is divided by its largest value. */
  | { readonly do: "stretch" }
  /** Predicts the truth in one region of error, named by its first pixel and the threshold that it was found at. */
  | { readonly do: "correct"; readonly first: number; readonly threshold: number };

/**
 * The prediction after some edits, one on top of another. Morphology is that of gray values: for every threshold, the
 * mask p > t changes as that of a hard mask would. Samples keep their type.
 *
 * @throws RangeError for a transposition of an image that is not square.
 */
export function applyEdits(truth: BinaryMask, prediction: Raster, edits: readonly Edit[]): Raster {
  return edits.reduce((raster, edit) => applyEdit(truth, raster, edit), prediction);
}

function applyEdit(truth: BinaryMask, prediction: Raster, edit: Edit): Raster {
  const { samples, maximum } = prediction;
  switch (edit.do) {
    case "erode":
    case "dilate":
      return { ...prediction, samples: extremeOfWindow(prediction, edit.do === "erode" ? "least" : "greatest") };
    case "shift":
      return { ...prediction, samples: shift(prediction, edit.dx, edit.dy) };
    case "flip":
      return { ...prediction, samples: flip(prediction, edit.as) };
    case "fillHoles":
      return { ...prediction, samples: fillHoles(prediction) };
    case "dropSpecks":
      return { ...prediction, samples: dropSpecks(prediction) };
    case "binarise":
      return { ...prediction, samples: samples.map((value) => (value / maximum > edit.threshold ? maximum : 0)) };
    case "invert":
      return { ...prediction, samples: samples.map((value) => maximum - value) };
    case "stretch":
      return { ...prediction, maximum: largest(samples) || maximum };
    case "correct":
      return corrected(truth, prediction, edit.first, edit.threshold);
  }
}

function largest(samples: Samples): number {
  let most = 0;
  for (const value of samples) if (value > most) most = value;
  return most;
}

function corrected(truth: BinaryMask, prediction: Raster, first: number, threshold: number): Raster {
  const { ids } = findRegions(truth, prediction, threshold).labels.regions;
  const id = ids[first];
  // An edit before this one may have removed the region.
  if (id === 0) return prediction;
  const ideal = perfect(truth, prediction).samples;
  return { ...prediction, samples: prediction.samples.map((value, i) => (ids[i] === id ? ideal[i] : value)) };
}
