import type { Grid } from "./grid.js";

/** A layer, ready to be painted at any resolution. The same object always paints the same. */
export interface Picture {
  /**
   * @param out one packed colour an output pixel of the grid, overwritten.
   * @param ratio device pixels a CSS pixel: what is drawn in lines keeps its width on screen.
   */
  paint(out: Uint32Array, grid: Grid, ratio: number): void;
}
