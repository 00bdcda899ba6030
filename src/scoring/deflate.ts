import { constants, deflateRawSync } from "node:zlib";
import type { DeflatedPlane, DeflatedPlanes, DeflatedWeight, DeflatedWords } from "../core/maps/deflated.js";
import type { WeightMap, WordMap } from "../core/maps/quantise.js";
import type { FailedRow } from "../report/row.js";
import type { GlancedPair } from "./gatheredPair.js";
import type { GatheredMaps, OtherMap } from "./gatherMaps.js";

type Samples = Uint8Array | Uint16Array;

/** Runs alone: a third of the time of a search for matches, and as small within a tenth (measured on soft masks). */
const OPTIONS = { level: 1, strategy: constants.Z_RLE };

export function deflatePlane(values: Samples): DeflatedPlane {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  // A copy: what zlib gives may be a view of a larger buffer, which crosses slowly.
  const deflated = new Uint8Array(deflateRawSync(bytes, OPTIONS));
  return { deflated, samples: values instanceof Uint8Array ? "bytes" : "words" };
}

export function deflateWeight({ bytes, ...map }: WeightMap): DeflatedWeight {
  return { ...map, bytes: deflatePlane(bytes) };
}

export function deflateWords({ words, ...map }: WordMap): DeflatedWords {
  return { ...map, words: deflatePlane(words) };
}

function deflatePlanes<Pair extends { readonly truth: Samples; readonly prediction: Samples }>(
  pair: Pair,
  truth = deflatePlane(pair.truth),
) {
  return { ...pair, truth, prediction: deflatePlane(pair.prediction) };
}

/** A pair of binary masks as it travels. */
export type SentPair = Omit<DeflatedPlanes<GlancedPair>, "weight" | "other"> & {
  readonly weight?: DeflatedWeight;
  readonly other?: Omit<NonNullable<GlancedPair["other"]>, "prediction"> & { readonly prediction: DeflatedPlane };
};

/** A pair of label or instance maps as it travels. */
export type SentMaps = Omit<GatheredMaps, "maps" | "other"> & {
  readonly maps: DeflatedPlanes<GatheredMaps["maps"]>;
  readonly other?: Omit<OtherMap, "prediction"> & { readonly prediction: DeflatedPlane };
};

/** Whatever was read, ready to leave its thread. */
export function sent(pair: GlancedPair | GatheredMaps | FailedRow): SentPair | SentMaps | FailedRow {
  if (pair.status === "failed") return pair;
  if (pair.status === "maps") {
    const { maps, other, ...facts } = pair;
    return {
      ...facts,
      maps: deflatePlanes(maps),
      ...(other && { other: { ...other, prediction: deflatePlane(other.prediction) } }),
    };
  }
  return sentPair(pair);
}

/** @param truth where it is deflated already. */
export function sentPair({ weight, other, ...planes }: GlancedPair, truth?: DeflatedPlane): SentPair {
  return {
    ...deflatePlanes(planes, truth),
    ...(weight && { weight: deflateWeight(weight) }),
    ...(other && { other: { ...other, prediction: deflatePlane(other.prediction) } }),
  };
}
