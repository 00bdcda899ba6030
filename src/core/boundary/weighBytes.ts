import type { PixelKernel } from "../pixels/kernel.js";
import { forgetLarge, type PixelMemory, pixelMemory } from "../pixels/memory.js";
import { FLAT, wholeWeights } from "./rawWeight.js";

/** By joint index, truth << 8 | value: halves of one array, which is less to allocate, to collect and to send. */
export interface WeighedBytes {
  readonly counts: Float64Array;
  /** Summed boundary weights of mean 1: added in row order, then scaled. */
  readonly sums: Float64Array;
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
 * what adding pixel after pixel and scaling the sums gives.
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
  const both = new Float64Array(2 * CELLS);
  const scale = pixels / total.value;
  for (let cell = 0; cell < CELLS; cell++) {
    both[cell] = tally[2 * cell + 1];
    both[CELLS + cell] = tally[2 * cell] * scale;
  }
  return { counts: both.subarray(0, CELLS), sums: both.subarray(CELLS) };
}
