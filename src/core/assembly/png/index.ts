// What is right, zlib and `formats/png/unfilter.ts` decide.
//
// From the zlib stream of a PNG file to the samples of an image whose rows are bytes.

import { group, stream, zeros } from "../pixels/places";
import { PAETH, undoRow } from "./filters";
import { inflateTo } from "./inflate";
import { ROWS, undoSixteen } from "./wavefront";

/** Shorter rows are undone one by one. */
const SHORTEST: i32 = 32;

/**
 * @param bytes of a row, without its filter byte.
 * @returns whether the stream is whole and holds the rows, which then lie at `rows` with their filter bytes.
 */
export function inflate(length: i32, bytes: i32, height: i32, rows: usize): bool {
  return inflateTo(stream, length, rows, (bytes + 1) * height);
}

/**
 * Undoes the filters, in place: without their filter bytes the rows move up.
 *
 * @param distance bytes from a sample to the one left of it.
 * @returns whether all filters are known; if not, nothing is done.
 */
export function unfilter(bytes: i32, height: i32, distance: i32, rows: usize): bool {
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
