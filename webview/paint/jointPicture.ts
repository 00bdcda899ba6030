import { hatchFor } from "../stage/hatch.js";
import type { Picture } from "./picture.js";
import type { Sampler } from "./sampler.js";
import type { JointTable } from "./tables.js";

/** A picture of a binary pair through a table. */
export function jointPicture(sampler: Sampler, { colours, ranks, codes }: JointTable): Picture {
  return {
    prepare: sampler.prepare,
    paint(out, grid, ratio) {
      const joint = sampler.resolve(grid, ranks);
      const hatch = hatchFor(grid, ratio);
      const { columns, rows, width, height } = grid;
      for (let y = 0, i = 0; y < height; y++) {
        const row = rows.cell[y] * columns.first.length;
        for (let x = 0; x < width; x++, i++) {
          const at = joint[row + columns.cell[x]];
          const code = codes[at];
          out[i] = code === 0 ? colours[at] : hatch(colours[at], code, x, y);
        }
      }
    },
  };
}
