import { otherClassSquares } from "../src/core/boundary/otherClass.js";
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
  const squares = otherClassSquares({ width, height, pixels: truth }, settings.spacing ?? UNIT_SPACING);
  const signed = squares.map((square, i) => {
    const distance = Math.sqrt(square);
    return truth[i] === FOREGROUND && distance > 0 ? 1 - distance : distance;
  });
  const map = quantiseFinely(signed);
  known.set(truth, map);
  return map;
}
