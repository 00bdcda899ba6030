import { hardMask } from "../objects/fromMask.js";
import type { BinaryMask, Raster } from "../raster.js";
import { type ErrorLabels, labelErrors } from "./errors.js";
import { codeOf, type RegionKind, type RegionKindId, regionKinds } from "./kinds.js";
import { SEVERAL, type Survey, surveyRegions } from "./survey.js";

/** The regions of error of a pair, a row a region in equal places of these columns: they cross to the page as bytes. */
export interface RegionList {
  /** Codes of {@link regionKinds}. */
  readonly kinds: Uint8Array;
  readonly pixels: Uint32Array;
  /** Index of the region's first pixel, in row order: it names the region. */
  readonly first: Uint32Array;
  /** Bounding boxes: left, top, width, height of each. */
  readonly boxes: Uint32Array;
}

export interface Region {
  readonly kind: RegionKind & { readonly id: RegionKindId };
  readonly pixels: number;
  readonly first: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface FoundRegions {
  readonly list: RegionList;
  readonly labels: ErrorLabels;
}

/**
 * Every connected region of error of a pair (8-connected, false positives and false negatives apart), in the order of
 * their labels: row i of the list is label i + 1. Linear in pixels.
 *
 * @param threshold foreground is p > threshold.
 */
export function findRegions(truth: BinaryMask, prediction: Raster, threshold: number): FoundRegions {
  const hard = hardMask(truth, prediction, threshold);
  const labels = labelErrors(truth, hard);
  const survey = surveyRegions(truth, hard, labels);
  const { count } = labels.regions;
  const kinds = Uint8Array.from({ length: count }, (_, i) => codeOf(kindOf(i + 1, labels, survey)));
  const boxes = new Uint32Array(4 * count);
  for (let i = 0; i < count; i++) {
    const top = Math.floor(survey.first[i + 1] / truth.width);
    const left = survey.left[i + 1];
    boxes.set([left, top, survey.right[i + 1] - left + 1, survey.bottom[i + 1] - top + 1], 4 * i);
  }
  return { labels, list: { kinds, pixels: survey.pixels.slice(1), first: survey.first.slice(1), boxes } };
}

/** A region sticks out where fewer than one edge of so many is one to the object. */
const PART = 8;

function kindOf(id: number, { falsePositives }: ErrorLabels, { open, touched, edges, shared }: Survey): RegionKindId {
  const isInvented = id <= falsePositives;
  // All of an object is one region: whatever else belongs to the object would be a true positive beside some pixel.
  if (touched[id] === 0) return isInvented ? "false" : "missed";
  if (open[id] === 0) return isInvented ? "filled" : "hole";
  if (touched[id] === SEVERAL) return isInvented ? "bridge" : "break";
  // A strip along the object shares about half of its edges with it; a branch as long as it is wide a quarter.
  if (PART * shared[id] < edges[id]) return isInvented ? "spur" : "part";
  return isInvented ? "over" : "short";
}

export function regionAt({ kinds, pixels, first, boxes }: RegionList, row: number): Region {
  const [x, y, width, height] = boxes.subarray(4 * row, 4 * row + 4);
  return { kind: regionKinds[kinds[row]], pixels: pixels[row], first: first[row], box: { x, y, width, height } };
}

/** The rows in another order. */
export function reorder({ kinds, pixels, first, boxes }: RegionList, rows: ArrayLike<number>): RegionList {
  const sorted = {
    kinds: new Uint8Array(rows.length),
    pixels: new Uint32Array(rows.length),
    first: new Uint32Array(rows.length),
    boxes: new Uint32Array(4 * rows.length),
  };
  for (let to = 0; to < rows.length; to++) {
    const from = rows[to];
    sorted.kinds[to] = kinds[from];
    sorted.pixels[to] = pixels[from];
    sorted.first[to] = first[from];
    sorted.boxes.set(boxes.subarray(4 * from, 4 * from + 4), 4 * to);
  }
  return sorted;
}
