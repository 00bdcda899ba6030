import { BAND_REACH } from "../../src/core/boundary/edgeBand.js";
import type { ShareRegion } from "../../src/core/shares.js";
import { regionTitles } from "../stage/palettes.js";

/** The parts of a share bar, left to right. */
export const shareRegions: readonly ShareRegion[] = ["tp", "fp", "fn", "band", "tn"];

export const shareTitles: Readonly<Record<ShareRegion, string>> = { ...regionTitles, band: "Boundary band" };

export const shareNames: Readonly<Record<ShareRegion, string>> = {
  tp: "TP",
  fp: "FP",
  fn: "FN",
  band: "Band",
  tn: "TN",
};

const SIDE = 2 * BAND_REACH + 1;

/** The definition, as the screen prints it. */
export const bandDefinition = `Boundary band: pixels whose ${SIDE} × ${SIDE} window holds both classes of the truth, whatever is predicted. The other regions are without it: TP is the interior.`;
