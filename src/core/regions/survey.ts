import type { Labels } from "../objects/components.js";
import type { BinaryMask } from "../raster.js";
import { IGNORED } from "../raster.js";
import type { ErrorLabels } from "./errors.js";

/** What one pass over the pixels learns of every region; index 0 stands for no region. */
export interface Survey {
  readonly pixels: Uint32Array;
  /** Index of the first pixel, in row order. */
  readonly first: Uint32Array;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly bottom: Uint32Array;
  /** 1: some pixel has an edge to background, to an ignored pixel, or to the border of the image. */
  readonly open: Uint8Array;
  /** Edges to pixels outside the region, the border of the image included, and how many of them are to true positives. */
  readonly edges: Uint32Array;
  readonly shared: Uint32Array;
  /** Objects of the other mask that the region touches: 0 none, an id, or {@link SEVERAL}. */
  readonly touched: Int32Array;
}

export const SEVERAL = -1;

const sized = (count: number): Survey => ({
  pixels: new Uint32Array(count),
  first: new Uint32Array(count),
  left: new Uint32Array(count),
  right: new Uint32Array(count),
  bottom: new Uint32Array(count),
  open: new Uint8Array(count),
  edges: new Uint32Array(count),
  shared: new Uint32Array(count),
  touched: new Int32Array(count),
});

/**
 * Measures every region of error. A region touches an object through a true positive among its eight neighbours: of the
 * predicted objects for a false negative (the pieces that it tore apart), of the true ones for a false positive.
 */
export function surveyRegions(truth: BinaryMask, hard: Uint8Array, labels: ErrorLabels): Survey {
  const { width, height, pixels } = truth;
  const { ids, count } = labels.regions;
  const survey = sized(count + 1);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const id = ids[i];
      if (id === 0) continue;
      if (survey.pixels[id]++ === 0) {
        survey.first[id] = i;
        survey.left[id] = x;
        survey.right[id] = x;
      }
      if (x < survey.left[id]) survey.left[id] = x;
      if (x > survey.right[id]) survey.right[id] = x;
      survey.bottom[id] = y;
      look(x, y, id);
    }
  }
  return survey;

  function look(x: number, y: number, id: number): void {
    const objects: Labels = id <= labels.falsePositives ? labels.truth : labels.predicted;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const straight = dx === 0 || dy === 0;
        const [nx, ny] = [x + dx, y + dy];
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) {
          if (straight) {
            survey.open[id] = 1;
            survey.edges[id]++;
          }
          continue;
        }
        const n = ny * width + nx;
        const isTrue = pixels[n] === 1;
        if (straight && ids[n] !== id) survey.edges[id]++;
        if (straight && isTrue && hard[n] === 1) survey.shared[id]++;
        if (straight && ((!isTrue && hard[n] === 0) || pixels[n] === IGNORED)) survey.open[id] = 1;
        if (isTrue && hard[n] === 1) touch(id, objects.ids[n]);
      }
    }
  }

  function touch(id: number, object: number): void {
    const known = survey.touched[id];
    if (known === 0) survey.touched[id] = object;
    else if (known !== object) survey.touched[id] = SEVERAL;
  }
}
