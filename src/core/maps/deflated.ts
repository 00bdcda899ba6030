import type { MapPair } from "./mapPair.js";
import type { WeightMap, WordMap } from "./quantise.js";

/**
 * The samples of a plane as they travel to the page: raw DEFLATE (RFC 1951). Masks are mostly flat, so that what crosses
 * is a fraction of a byte a pixel.
 */
export interface DeflatedPlane {
  /** Owned. */
  readonly deflated: Uint8Array;
  /** What the inflated bytes are, words in the order of the machine. */
  readonly samples: "bytes" | "words";
}

export type DeflatedWeight = Omit<WeightMap, "bytes"> & { readonly bytes: DeflatedPlane };

export type DeflatedWords = Omit<WordMap, "words"> & { readonly words: DeflatedPlane };

/** The maps of `core/maps/distances`. */
export interface DeflatedDistances {
  readonly signed: DeflatedWords;
  readonly squared: DeflatedWords;
}

/** Something with two planes, both of them deflated. */
export type DeflatedPlanes<Pair> = Pair extends object
  ? Omit<Pair, "truth" | "prediction"> & { readonly truth: DeflatedPlane; readonly prediction: DeflatedPlane }
  : never;

export type DeflatedMaps = DeflatedPlanes<MapPair>;
