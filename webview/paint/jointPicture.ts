import { hatchFor } from "../stage/hatch.js";
import type { Picture } from "./picture.js";
import type { Sampler } from "./sampler.js";
import type { JointTable } from "./tables.js";

/** A picture of a binary pair through a table. */
export function jointPicture(sampler: Sampler, { colours, ranks, codes }: JointTable): Picture {
  return {
    paint(out, grid, ratio) {
      const joint = sampler.resolve(grid, ranks);
      const hatch = hatchFor(grid, ratio);
      for (let y = 0, i = 0; y < grid.height; y++) {
        for (let x = 0; x < grid.width; x++, i++) {
          const at = joint[i];
          const code = codes[at];
          out[i] = code === 0 ? colours[at] : hatch(colours[at], code, x, y);
        }
      }
    },
  };
}
