import { IGNORED } from "../../src/core/raster.js";
import { CLEAR, pack, packRgb, type Rgb } from "../stage/palettes.js";
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
    isLocal: false,
    prepare: sampler.prepare,
    paint(out, grid, ratio) {
      const joint = sampler.resolve(grid, ranks);
      const { columns, rows, width, height } = grid;
      const inside = new Uint8Array(out.length);
      for (let y = 0, i = 0; y < height; y++) {
        const row = rows.cell[y] * columns.first.length;
        for (let x = 0; x < width; x++, i++) {
          const at = joint[row + columns.cell[x]];
          if (at < IGNORED * sampler.size && colours[at] !== CLEAR) inside[i] = 1;
        }
      }
      outline(out, inside, width, height, ratio, () => line);
    },
  };
}

/**
 * Draws a line on what is inside, within two CSS pixels of anything else, and a casing one pixel around it.
 *
 * @param inside 0 outside; what has another number is something else.
 * @param colourAt of the line at an output pixel.
 */
export function outline(
  out: Uint32Array,
  inside: Uint8Array | Uint16Array,
  width: number,
  height: number,
  ratio: number,
  colourAt: (i: number) => number,
): void {
  const thickness = Math.max(1, Math.round(LINE * ratio));
  const depth = depths(inside, width, height);
  for (let i = 0; i < out.length; i++) {
    const steps = depth[i];
    if (inside[i] > 0) out[i] = steps <= thickness ? colourAt(i) : CLEAR;
    else out[i] = steps <= 1 ? CASING : CLEAR;
  }
}

/** Far from any edge. */
const FAR = 255;

/** City-block steps to the nearest pixel of the other kind, at most 255 (Rosenfeld and Pfaltz 1966: two passes). */
function depths(inside: Uint8Array | Uint16Array, width: number, height: number): Uint8Array {
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
