import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { indexSize, levelIndices } from "../../../../src/core/maps/levelIndex.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import type { Tally } from "../../../../src/core/tally.js";
import { type Grid, gridOf } from "../../../../webview/paint/grid.js";
import type { Picture } from "../../../../webview/paint/picture.js";
import { createSampler, type Sampler } from "../../../../webview/paint/sampler.js";
import type { Pair } from "../../core/support.js";

/** A pair as the page has it. */
export function samplerOf({ truth, prediction }: Pair): { readonly sampler: Sampler; readonly tally: Tally } {
  const tally = gatherEvidence(truth, prediction, { ...defaultSettings, kernel: 5 }).pixels;
  const pixels = { ...truth, truth: truth.pixels, prediction: levelIndices(truth, prediction, tally) };
  return { tally, sampler: createSampler(pixels, indexSize(tally)) };
}

/** The whole mask at a scale, device pixels a mask pixel. */
export function wholeGrid(
  mask: { readonly width: number; readonly height: number },
  scale: number,
  most?: number,
): Grid {
  const box = { x: 0, y: 0, width: mask.width * scale, height: mask.height * scale };
  const grid = gridOf(mask, box, { ...box, width: box.width + 1, height: box.height + 1 }, most);
  if (!grid) throw new RangeError("nothing to see");
  return grid;
}

export function paint(picture: Picture, grid: Grid): Uint32Array {
  const out = new Uint32Array(grid.width * grid.height);
  picture.paint(out, grid, 1);
  return out;
}
