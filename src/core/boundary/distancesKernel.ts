import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import { distancesModule } from "./distancesModule.js";

/** Sums by joint index, truth << 8 | value. */
export interface SummedDistances {
  /** Signed distances to the truth's boundary, added in row order. */
  readonly signed: Float64Array;
  /** Squared distances to the other class in both masks. */
  readonly squared: Float64Array;
}

/** What `assembly/distances.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly cells: WasmGlobal;
  readonly truth: WasmGlobal;
  readonly samples: WasmGlobal;
  reserve(width: number, height: number): void;
  tally(limit: number): void;
}

/** Squares and apexes are sums of two squares, in 32 bits. */
const LONGEST_SIDE = 1 << 14;
/** Pixels of the images whose memory is kept for the next: it takes up to seven bytes a pixel, and never shrinks. */
const LARGEST_KEPT = 1 << 24;

let kept: Kernel | undefined;

/**
 * Whether {@link sumDistances} takes images of this size: sums of squares must be exact, so that their order does not
 * matter.
 */
export function fitsKernel(width: number, height: number): boolean {
  const largest = 2 * width * height * (width ** 2 + height ** 2);
  return Math.max(width, height) <= LONGEST_SIDE && largest <= Number.MAX_SAFE_INTEGER;
}

/**
 * Sums the distances to the other class of a mask and of an 8-bit prediction.
 *
 * @param truth 0 or 1 a pixel.
 * @param limit a sample above it is foreground.
 */
export function sumDistances(
  truth: Uint8Array,
  samples: Uint8Array,
  width: number,
  height: number,
  limit: number,
): SummedDistances {
  const isKept = truth.length <= LARGEST_KEPT;
  const kernel = (isKept && kept) || instantiate<Kernel>(distancesModule);
  if (isKept) kept = kernel;
  kernel.reserve(width, height);
  const { memory, cells } = kernel;
  new Uint8Array(memory.buffer).set(truth, kernel.truth.value);
  new Uint8Array(memory.buffer).set(samples, kernel.samples.value);
  kernel.tally(limit);
  const sums = new Float64Array(memory.buffer, cells.value, 2 * 512);
  return {
    signed: Float64Array.from({ length: 512 }, (_, cell) => sums[2 * cell]),
    squared: Float64Array.from({ length: 512 }, (_, cell) => sums[2 * cell + 1]),
  };
}
