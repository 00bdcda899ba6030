import { take } from "../memory";
import { height, width, words } from "./image";

/** A mask, and what the sweeps know of it. */
@unmanaged
export class Mask {
  /** The classes, one bit a pixel. */
  bits: usize;
  /** Whether there are pixels of both classes, and so distances. */
  hasBoth: bool;
  /** Columns whose site may be the nearest of a pixel of the row, one bit a pixel. */
  candidates: usize;
  /** By column, the rows of the nearest pixel of the other class above and below. */
  sites: usize;
  /** Rows of sites below that nearer ones took the place of, two bytes each, and the end of them. */
  replaced: usize;
  replacedEnd: usize;
  /** Squared distances of one row. */
  squares: usize;
}

/** Makes room for a mask of the size of the image. */
export function placeMask(mask: Mask): void {
  const bits = ((<usize>words) << 3) * <usize>height;
  mask.bits = take(bits);
  mask.candidates = take(bits);
  mask.sites = take((<usize>width) << 3);
  mask.squares = take((<usize>width) << 2);
  // No more than one a pixel. What is not written takes no memory.
  mask.replaced = take(((<usize>width) << 1) * <usize>height);
}
