import { BACKGROUND, FOREGROUND, IGNORED } from "../../src/core/raster.js";
import type { Steps } from "../../src/core/steps.js";
import { FALSE_NEGATIVE, FALSE_POSITIVE, PLAIN } from "../stage/hatch.js";
import { gridOf } from "./grid.js";
import { jointPicture } from "./jointPicture.js";
import { createSampler } from "./sampler.js";
import { tableOfIndices } from "./tables.js";

/** A side of the picture, mask pixels: large enough that its loops are taken for hot. */
const EDGE = 128;

/** Until the browser has compiled what it had compiled before it knew better. */
const ROUNDS = 8;

/** Every way in which output pixels relate to mask pixels. */
const SCALES = [0.2, 0.4, 0.8, 1.3] as const;

/**
 * Paints a small pair over and over. The first time that a browser runs a loop it takes ten times as long as later, when
 * it has compiled it: that is better done while a pair is on its way than in the first frames of a gesture.
 */
export function* warmUp(): Steps {
  const truth = Uint8Array.from({ length: EDGE * EDGE }, (_, i) => [BACKGROUND, FOREGROUND, IGNORED][(i >> 4) % 3]);
  const prediction = Uint8Array.from(truth, (_, i) => (i * 37) & 255);
  const table = tableOfIndices(
    Float64Array.from({ length: 256 }, (_, index) => index / 255),
    (p, inTruth) => {
      const isError = p > 0.5 !== (inTruth === FOREGROUND);
      const code = inTruth === FOREGROUND ? FALSE_NEGATIVE : FALSE_POSITIVE;
      return { colour: 0, rank: Math.abs(p - inTruth), code: isError ? code : PLAIN };
    },
  );
  const out = new Uint32Array((2 * EDGE) ** 2);
  for (let round = 0; round < ROUNDS; round++) {
    const sampler = createSampler({ width: EDGE, height: EDGE, truth, prediction }, 256);
    const picture = jointPicture(sampler, table);
    for (const scale of SCALES) {
      const box = { x: 0, y: 0, width: EDGE * scale, height: EDGE * scale };
      for (const most of [undefined, 0]) {
        const grid = gridOf({ width: EDGE, height: EDGE }, box, box, most);
        if (grid) picture.paint(out.subarray(0, grid.width * grid.height), grid, 1);
        yield;
      }
    }
  }
}
