import { BACKGROUND, FOREGROUND } from "../raster.js";
import type { CellTable } from "../shares.js";
import type { Tally } from "../tally.js";
import { indexOfLevel, indexSize } from "./levelIndex.js";

/** Position of a pixel in a joint table: for 8-bit masks `truth << 8 | value`. */
export function jointIndex(truth: number, index: number, size: number): number {
  return truth * size + index;
}

/**
 * A cell table laid out over the joint index of the page's pixels: 3 x size numbers, 0 for ignored pixels.
 * Where levels share an index the entry is the mean over their pixels, so that sums over pixels stay the same.
 */
export function jointTable(tally: Tally, cells: CellTable): Float64Array {
  const size = indexSize(tally);
  const table = new Float64Array(3 * size);
  fill(table, size, BACKGROUND, tally.negatives, cells.negatives);
  fill(table, size, FOREGROUND, tally.positives, cells.positives);
  return table;
}

function fill(table: Float64Array, size: number, truth: number, counts: Float64Array, cells: Float64Array): void {
  const seen = new Float64Array(size);
  for (let level = 0; level < counts.length; level++) {
    const index = indexOfLevel(level, counts.length);
    const at = jointIndex(truth, index, size);
    if (counts[level] === 0) {
      if (seen[index] === 0) table[at] = cells[level];
      continue;
    }
    const before = seen[index];
    seen[index] += counts[level];
    table[at] = ((before === 0 ? 0 : table[at] * before) + cells[level] * counts[level]) / seen[index];
  }
}
