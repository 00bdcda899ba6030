import { visitOtherClassSquares } from "../src/core/boundary/otherClass.js";
import { UNIT_SPACING } from "../src/core/boundary/spacing.js";
import { quantiseFinely, type WordMap } from "../src/core/maps/quantise.js";
import { FOREGROUND } from "../src/core/raster.js";
import type { PairView } from "../src/protocol/pairView.js";

const known = new WeakMap<Uint8Array, WordMap>();

/** Signed distance of every pixel to the truth's boundary, as the boundary loss has it; measured when it is first seen. */
export function distancesOf({ pixels, settings }: Pick<PairView, "pixels" | "settings">): WordMap {
  const { width, height, truth } = pixels;
  const kept = known.get(truth);
  if (kept) return kept;
  const signed = new Float64Array(truth.length);
  visitOtherClassSquares({ width, height, pixels: truth }, settings.spacing ?? UNIT_SPACING, (squares, start) => {
    for (let x = 0; x < squares.length; x++) {
      const distance = Math.sqrt(squares[x]);
      signed[start + x] = truth[start + x] === FOREGROUND && distance > 0 ? 1 - distance : distance;
    }
  });
  const map = quantiseFinely(signed);
  known.set(truth, map);
  return map;
}
