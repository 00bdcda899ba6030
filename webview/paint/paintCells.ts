import { hatchFor, PLAIN } from "../stage/hatch.js";
import type { Grid } from "./grid.js";

/** How what a cell holds looks, by its number: the packed colour, and the code of the hatching. */
export interface CellLooks {
  readonly colours: Uint32Array;
  readonly codes: Uint8Array;
}

/**
 * Paints the output pixels of a grid.
 *
 * @param cells one number a cell.
 * @param ratio device pixels a CSS pixel.
 */
export function paintCells(
  out: Uint32Array,
  grid: Grid,
  ratio: number,
  cells: Int32Array | Uint8Array,
  { colours, codes }: CellLooks,
): void {
  // By names of their own: the loop would look each up in its object again for every pixel.
  const { width } = grid;
  const { cell: columns, first } = grid.columns;
  const { cell: rows } = grid.rows;
  const hatch = hatchFor(grid, ratio);
  // Where the row last painted is hatched: what shows the same cells differs there alone.
  const hatched = new Int32Array(width);
  let count = 0;
  for (let y = 0, i = 0; y < grid.height; y++, i += width) {
    const row = rows[y] * first.length;
    if (y > 0 && rows[y] === rows[y - 1]) {
      out.copyWithin(i, i - width, i);
    } else {
      count = 0;
      for (let x = 0; x < width; x++) {
        const own = cells[row + columns[x]];
        out[i + x] = colours[own];
        if (codes[own] !== PLAIN) hatched[count++] = x;
      }
    }
    for (let k = 0; k < count; k++) {
      const x = hatched[k];
      const own = cells[row + columns[x]];
      out[i + x] = hatch(colours[own], codes[own], x, y);
    }
  }
}
