// AssemblyScript: `npm run wasm` compiles it. What is right, zlib and `formats/png/unfilter.ts` decide.
//
// From the zlib stream of a PNG file to the samples of an image whose rows are bytes.

import { PAETH, undoRow } from "./filters";
import { BEYOND_INPUT, BEYOND_OUTPUT, inflateTo } from "./inflate";
import { ROWS, undoSixteen } from "./wavefront";

/** Shorter rows are undone one by one. */
const SHORTEST: i32 = 32;

/** Where the caller puts the stream, and finds the rows, without their filter bytes. */
export let stream: usize = 0;
export let rows: usize = 0;

let streamLength: i32 = 0;
/** Bytes of a row, without its filter byte, and rows. */
let bytes: i32 = 0;
let height: i32 = 0;
/** A row of zeros, and a group of rows on its way to its place. */
let zeros: usize = 0;
let group: usize = 0;

/** Makes room. */
export function reserve(lengthOfStream: i32, bytesOfRow: i32, numberOfRows: i32): void {
  streamLength = lengthOfStream;
  bytes = bytesOfRow;
  height = numberOfRows;
  zeros = (__heap_base + 15) & ~15;
  group = (zeros + <usize>bytes + 31) & ~15;
  stream = group + <usize>(ROWS * bytes);
  rows = (stream + <usize>(streamLength + BEYOND_INPUT) + 15) & ~15;
  const end = rows + <usize>(bytes + 1) * <usize>height + BEYOND_OUTPUT;
  const missing = <i32>((end + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/** @returns whether the stream is whole and holds the rows, which then lie at {@link rows} with their filter bytes. */
export function inflate(): bool {
  return inflateTo(stream, streamLength, rows, (bytes + 1) * height);
}

/**
 * Undoes the filters, in place: without their filter bytes the rows move up.
 *
 * @param distance bytes from a sample to the one left of it.
 * @returns whether all filters are known; if not, nothing is done.
 */
export function unfilter(distance: i32): bool {
  const stride = <usize>(bytes + 1);
  for (let row: i32 = 0; row < height; row++) if (load<u8>(rows + <usize>row * stride) > PAETH) return false;
  memory.fill(zeros, 0, bytes + ROWS);
  const size = <usize>bytes;
  const groupSize = <usize>ROWS * size;
  let above = zeros;
  let raw = rows;
  let out = rows;
  let left = height;
  if (distance === 1 && bytes >= SHORTEST) {
    for (; left >= ROWS; left -= ROWS) {
      // Elsewhere first: rows of a group are begun before those above them have been read.
      undoSixteen(raw, bytes, group, above);
      memory.copy(out, group, groupSize);
      out += groupSize;
      raw += groupSize + <usize>ROWS;
      above = out - size;
    }
  }
  for (; left > 0; left--) {
    undoRow(raw, bytes, distance, out, above);
    above = out;
    out += size;
    raw += stride;
  }
  return true;
}
