import { forgetLarge, lentBytes, pixelMemory } from "../../core/pixels/memory.js";
import { timed } from "../../core/timings.js";
import { LARGEST_RATIO } from "./inflate.js";

/** Bytes of the largest image that is read here: lengths are 32 bits there, and memory is 4 GB. */
const LARGEST = 1 << 30;

/**
 * Inflates the rows of an image and undoes their filters: about twice as fast as zlib and a plain loop (measured).
 *
 * @param data the zlib stream.
 * @param bytes bytes of a row, without its filter byte.
 * @param distance bytes from a sample to the one left of it.
 * @returns `rows * bytes` bytes, lent or of their own; null where the stream is not whole, holds another number of bytes,
 * or has an unknown filter, and where there is not so much memory.
 */
export function rowsByKernel(data: Uint8Array, bytes: number, rows: number, distance: number): Uint8Array | null {
  const size = bytes * rows;
  // No memory for what a false header promises.
  if (size + rows > Math.min(LARGEST, data.length * LARGEST_RATIO)) return null;
  const memory = pixelMemory(Math.max(size + rows, data.length), bytes);
  if (!memory) return null;
  const { kernel } = memory;
  memory.bytes.set(data, kernel.stream.value);
  const lent = lentBytes(size);
  const at = lent ? lent.byteOffset : memory.workingPlace(0);
  const isDone =
    timed("inflate", () => kernel.inflate(data.length, bytes, rows, at)) &&
    timed("unfilter", () => kernel.unfilter(bytes, rows, distance, at));
  const isForgotten = forgetLarge();
  if (!isDone) return null;
  if (lent) return lent;
  const found = memory.bytes.subarray(at, at + size);
  // Memory that nobody uses again need not be copied.
  return isForgotten ? found : found.slice();
}
