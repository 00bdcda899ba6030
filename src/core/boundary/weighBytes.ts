import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import { FLAT, rawWeight, wholeWeights } from "./rawWeight.js";
import { weighModule } from "./weighModule.js";

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
/** Pixels of the images whose memory is kept for the next: it never shrinks. */
const LARGEST_IMAGE = 1 << 24;

/** What `assembly/weigh` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly cells: WasmGlobal;
  readonly total: WasmGlobal;
  readonly truth: WasmGlobal;
  readonly samples: WasmGlobal;
  readonly whole: WasmGlobal;
  open(size: number, flat: number, keepsWhole: number, keepsEdges: number): void;
  reserve(width: number, height: number): void;
  isBinary(): number;
  weigh(): void;
}

/** Of the last window: pairs of a run share it. */
let last: { readonly window: number; readonly kernel: Kernel } | undefined;

function kernelOf(window: number): Kernel {
  if (last?.window === window) return last.kernel;
  const weightAtEdge = (hits: number, cells: number) => rawWeight(hits / cells);
  const kernel = instantiate<Kernel>(weighModule, { edges: { weightAtEdge } });
  const keepsWhole = window <= HIGHEST_WINDOW;
  kernel.open(window, FLAT, Number(keepsWhole), Number(window <= LARGEST_KEPT));
  if (keepsWhole) new Float64Array(kernel.memory.buffer, kernel.whole.value, window ** 2 + 1).set(wholeWeights(window));
  last = { window, kernel };
  return kernel;
}

/**
 * Counts an 8-bit prediction and sums the boundary weights of its pixels (see `boundaryWeight`), in one pass: to the bit
 * what adding pixel after pixel gives.
 *
 * @param truth a class a pixel.
 * @param window side of the window, at least 1; the smaller of it and the height at most {@link HIGHEST_WINDOW}.
 * @returns null where pixels of the truth are ignored.
 */
export function weighBytes(
  truth: Uint8Array,
  samples: Uint8Array,
  width: number,
  height: number,
  window: number,
): WeighedBytes | null {
  const kernel = kernelOf(window);
  if (truth.length > LARGEST_IMAGE) last = undefined;
  kernel.reserve(width, height);
  const { memory, cells } = kernel;
  new Uint8Array(memory.buffer).set(truth, kernel.truth.value);
  new Uint8Array(memory.buffer).set(samples, kernel.samples.value);
  if (!kernel.isBinary()) return null;
  kernel.weigh();
  const tally = new Float64Array(memory.buffer, cells.value, 2 * CELLS);
  const [counts, sums] = [new Float64Array(CELLS), new Float64Array(CELLS)];
  for (let cell = 0; cell < CELLS; cell++) {
    sums[cell] = tally[2 * cell];
    counts[cell] = tally[2 * cell + 1];
  }
  return { counts, sums, scale: truth.length / kernel.total.value };
}
