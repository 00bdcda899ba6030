import { timed } from "../../core/timings.js";
import { inflateExactly } from "./inflate.js";
import { rowsByKernel } from "./kernel.js";
import { unfilter } from "./unfilter.js";

/**
 * The rows of an image that is not interlaced.
 *
 * @param data the zlib stream: `rows` times a filter byte and `bytes` filtered bytes.
 * @param distance bytes from a sample to the one left of it: 1, or 2 for 16-bit gray.
 * @returns `rows * bytes` bytes, without the filter bytes.
 * @throws FormatError when the stream is damaged, does not hold exactly these rows, or has an unknown filter.
 */
export function readRows(data: Uint8Array, bytes: number, rows: number, distance: number): Uint8Array {
  return rowsByKernel(data, bytes, rows, distance) ?? plainRows(data, bytes, rows, distance);
}

/** The same, slower: what zlib says of a stream is what counts. */
export function plainRows(data: Uint8Array, bytes: number, rows: number, distance: number): Uint8Array {
  const raw = timed("inflate", () => inflateExactly(data, (bytes + 1) * rows));
  return timed("unfilter", () => unfilter(raw, bytes, rows, distance));
}
