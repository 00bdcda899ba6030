import type { BinaryEvidence } from "../core/evidence.js";
import type { WeightMap } from "../core/maps/quantise.js";
import type { Tally } from "../core/tally.js";
import type { ReadAs } from "../report/row.js";

/** A pair with its pixels, and of its evidence the tally: what a picture needs. All arrays are owned, so that they can be transferred. */
export interface GlancedPair {
  readonly status: "gathered";
  readonly width: number;
  readonly height: number;
  /** 0 background, 1 foreground, 2 ignored. */
  readonly truth: Uint8Array;
  /** Index into the levels of `evidence.pixels`. */
  readonly prediction: Uint8Array | Uint16Array;
  readonly weight?: WeightMap;
  readonly evidence: BinaryEvidence;
  readonly readAs: ReadAs;
  readonly notes: readonly string[];
  /** The second prediction of the job, where it has one that can be read. */
  readonly other?: { readonly prediction: Uint8Array | Uint16Array; readonly pixels: Tally };
}

/** The same with all that the inspector shows of it. */
export interface GatheredPair extends GlancedPair {
  readonly weight: WeightMap;
}
