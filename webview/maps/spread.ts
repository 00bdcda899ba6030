import type { Grid } from "../paint/grid.js";

/** Gives each output pixel of a grid what its cell has. */
export function spread(
  out: Uint8Array | Uint16Array | Uint32Array,
  { columns, rows, width, height }: Grid,
  valueIn: (cell: number) => number,
): void {
  for (let y = 0, i = 0; y < height; y++) {
    const row = rows.cell[y] * columns.first.length;
    for (let x = 0; x < width; x++, i++) out[i] = valueIn(row + columns.cell[x]);
  }
}
