import type { Steps } from "../../src/core/steps.js";
import type { Grid } from "./grid.js";

/** A layer, ready to be painted at any resolution. The same object always paints the same. */
export interface Picture {
  /** Each output pixel shows nothing but the mask pixels under it: when the camera moves, it moves along. */
  readonly isLocal: boolean;
  /** Looks up what painting on a grid needs and takes long, so that it can be done while nothing else is to do. */
  prepare?(grid: Grid): Steps;
  /**
   * @param out one packed colour an output pixel of the grid, overwritten.
   * @param ratio device pixels a CSS pixel: what is drawn in lines keeps its width on screen.
   */
  paint(out: Uint32Array, grid: Grid, ratio: number): void;
}
