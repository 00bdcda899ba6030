import { truthBits } from "../../boundary/bitMask.js";
import { classCounts, tallyLabels } from "../../labels/confusion.js";
import { meanIou } from "../../labels/scores.js";
import type { Raster, Samples } from "../../raster.js";
import { proves } from "../dice.js";
import { figure } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import { bestOffset, type Offset } from "../offset.js";
import { reachOf, SHIFT_ADVICE, SHIFT_PROOF, towards } from "../shifts.js";
import type { LabelCheck } from "./subject.js";

/** So many classes, the largest, are laid over each other: more would not say more, and take longer. */
const LOOKED_AT = 8;

/** Moved by a few pixels, the map fits. */
export const shiftedLabels: LabelCheck = ({ truth, prediction, confusion }) => {
  const before = meanIou(confusion);
  if (before === null || before > 1 - SHIFT_PROOF.gain) return null;
  const largest = classCounts(confusion)
    .map((counts, place) => ({ ...counts, id: confusion.ids[place] }))
    .filter(({ truth, prediction }) => truth > 0 && prediction > 0)
    .sort((a, b) => b.truth - a.truth)
    .slice(0, LOOKED_AT);
  if (largest.length === 0) return null;
  const [fixed, moved] = [truth, prediction].map((map) => largest.map(({ id }) => maskOf(map, id)));
  const offset = bestOffset(fixed, moved, reachOf(truth));
  const after = meanIouAt(truth, prediction, offset, confusion.ids);
  if (after === null || !proves(SHIFT_PROOF, before, after)) return null;
  return mapFinding({
    id: "shifted",
    title: "Shifted",
    severity: "warning",
    sentence: `Moved by ${towards(offset)} the mIoU would be ${figure(after)} instead of ${figure(before)}, where the maps then overlap. ${SHIFT_ADVICE}`,
    evidence: { ...offset, miou: before, after },
  });
};

function maskOf({ width, height, samples }: Raster, id: number) {
  return truthBits({ width, height, pixels: Uint8Array.from(samples, (own) => Number(own === id)) });
}

/** Over the pixels where the truth and the moved prediction lie over each other: what a move lets in is no class. */
function meanIouAt(truth: Raster, prediction: Raster, { dx, dy }: Offset, ids: readonly number[]): number | null {
  const size = { width: truth.width - Math.abs(dx), height: truth.height - Math.abs(dy) };
  const ofTruth = cropped(truth, Math.max(0, dx), Math.max(0, dy), size);
  const ofPrediction = cropped(prediction, Math.max(0, -dx), Math.max(0, -dy), size);
  return meanIou(tallyLabels(ofTruth, ofPrediction, ids));
}

function cropped(
  { width: pitch, samples }: Raster,
  left: number,
  top: number,
  { width, height }: { readonly width: number; readonly height: number },
): Samples {
  const out = samples.slice(0, width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * pitch + left;
    out.set(samples.subarray(start, start + width), y * width);
  }
  return out;
}
