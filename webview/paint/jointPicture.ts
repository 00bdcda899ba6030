import { paintCells } from "./paintCells.js";
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
