import { hatchFor } from "../stage/hatch.js";
import type { Grid } from "./grid.js";
import type { Picture } from "./picture.js";
import type { Sampler } from "./sampler.js";
import type { JointTable } from "./tables.js";

/** A picture of a binary pair through a table. */
export function jointPicture(sampler: Sampler, table: JointTable): Picture {
  return {
    isLocal: true,
    prepare: sampler.prepare,
    paint: (out, grid, ratio) => paintCells(out, grid, ratio, sampler.resolve(grid, table.ranks), table),
  };
}

function paintCells(out: Uint32Array, grid: Grid, ratio: number, joint: Int32Array, table: JointTable): void {
  // By names of their own: the loop would look each up in its object again for every pixel.
  const { colours, codes } = table;
  const { cell: columns, first } = grid.columns;
  const { cell: rows } = grid.rows;
  const hatch = hatchFor(grid, ratio);
  for (let y = 0, i = 0; y < grid.height; y++) {
    const row = rows[y] * first.length;
    for (let x = 0; x < columns.length; x++, i++) {
      const at = joint[row + columns[x]];
      const code = codes[at];
      out[i] = code === 0 ? colours[at] : hatch(colours[at], code, x, y);
    }
  }
}
