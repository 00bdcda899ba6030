import { CLEAR, pack, packRgb, type Rgb } from "../palettes.js";
import type { Picture } from "./picture.js";
import type { Sampler } from "./sampler.js";
import type { JointTable } from "./tables.js";

/** CSS pixels. */
const LINE = 2;

/** Around the line, so that it shows on any colour. */
const CASING = pack(0, 0, 0, 144);

/** The inner edge of a mask as a line whose width does not depend on the zoom. A mask is open where the image ends. */
export function outlinePicture(sampler: Sampler, { colours, ranks }: JointTable, colour: Rgb): Picture {
  const line = packRgb(colour);
  return {
    paint(out, grid, ratio) {
      const joint = sampler.resolve(grid, ranks);
      const inside = Uint8Array.from(joint, (at) => (at < (2 * ranks.length) / 3 && colours[at] !== CLEAR ? 1 : 0));
      outline(out, inside, grid.width, grid.height, Math.max(1, Math.round(LINE * ratio)), line);
    },
  };
}

/** Draws `line` on what is inside and within `thickness` of the outside, and a casing one pixel around it. */
export function outline(
  out: Uint32Array,
  inside: Uint8Array,
  width: number,
  height: number,
  thickness: number,
  line: number,
): void {
  const depth = depths(inside, width, height);
  for (let i = 0; i < out.length; i++) {
    const { [i]: to } = depth;
    out[i] = inside[i] === 1 ? (to <= thickness ? line : CLEAR) : to <= 1 ? CASING : CLEAR;
  }
}

/** Far from any edge. */
const FAR = 255;

/** City-block steps to the nearest pixel of the other kind, at most 255 (Rosenfeld and Pfaltz 1966: two passes). */
function depths(inside: Uint8Array, width: number, height: number): Uint8Array {
  const depth = new Uint8Array(inside.length).fill(FAR);
  const step = (i: number, other: number) => {
    const by = inside[i] === inside[other] ? depth[other] + 1 : 1;
    if (by < depth[i]) depth[i] = by;
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x > 0) step(i, i - 1);
      if (y > 0) step(i, i - width);
    }
  }
  for (let y = height - 1, i = inside.length - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--, i--) {
      if (x + 1 < width) step(i, i + 1);
      if (y + 1 < height) step(i, i + width);
    }
  }
  return depth;
}
