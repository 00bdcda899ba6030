import type { PixelKernel } from "../pixels/kernel.js";
import { forgetLarge, type PixelMemory, pixelMemory } from "../pixels/memory.js";
import { FLAT, wholeWeights } from "./rawWeight.js";

/** Sums by joint index, truth << 8 | value. */
export interface WeighedBytes {
  readonly counts: Float64Array;
  /** Summed boundary weights, in row order, not scaled. */
  readonly sums: Float64Array;
  /** The factor that brings the weights to mean 1. */
  readonly scale: number;
}

const CELLS = 512;
/** Columns are added as bytes: a window may be no higher than a byte counts. */
export const HIGHEST_WINDOW = 255;
/** The weights of larger windows at the edges of images are computed anew each time: at it, their table takes 67 MB at most. */
const LARGEST_KEPT = 64;

/** Has the weights of a window kept in a memory. */
function openWindow(memory: PixelMemory, window: number): void {
  if (memory.window === window) return;
  const { kernel } = memory;
  const keepsWhole = window <= HIGHEST_WINDOW;
  kernel.open(window, FLAT, Number(keepsWhole), Number(window <= LARGEST_KEPT));
  if (keepsWhole) new Float64Array(kernel.memory.buffer, kernel.whole.value, window ** 2 + 1).set(wholeWeights(window));
  memory.window = window;
}

/**
 * Counts an 8-bit prediction and sums the boundary weights of its pixels (see `boundaryWeight`), in one pass: to the bit
 * what adding pixel after pixel gives.
 *
 * @param truth a class a pixel.
 * @param window side of the window, at least 1; the smaller of it and the height at most {@link HIGHEST_WINDOW}.
 * @returns null where pixels of the truth are ignored, and where there is not so much memory.
 */
export function weighBytes(
  truth: Uint8Array,
  samples: Uint8Array,
  width: number,
  height: number,
  window: number,
): WeighedBytes | null {
  const memory = pixelMemory(truth.length, width, window);
  if (!memory) return null;
  openWindow(memory, window);
  const { kernel } = memory;
  const places = [memory.putAt(0, truth), memory.putAt(1, samples)] as const;
  const isBinary = kernel.isBinary(places[0], truth.length);
  if (isBinary) kernel.weigh(...places, width, height);
  forgetLarge();
  return isBinary ? readCells(kernel, truth.length) : null;
}

function readCells({ memory, cells, total }: PixelKernel, pixels: number): WeighedBytes {
  const tally = new Float64Array(memory.buffer, cells.value, 2 * CELLS);
  const [counts, sums] = [new Float64Array(CELLS), new Float64Array(CELLS)];
  for (let cell = 0; cell < CELLS; cell++) {
    sums[cell] = tally[2 * cell];
    counts[cell] = tally[2 * cell + 1];
  }
  return { counts, sums, scale: pixels / total.value };
}
