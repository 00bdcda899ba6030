import type { ByteMap, WordMap } from "../../src/core/maps/quantise.js";
import type { Distances } from "../stage/scene.js";
import { byteValues, type WeightPlane, type WeightPlanes, wordValues } from "./weightedLoss.js";

/** What the pixels of a pair weigh in its tallies, as far as it is known. */
export function weightPlanes(weight: ByteMap | null, distances: Distances | null): WeightPlanes {
  return {
    ...(weight && { weighted: { samples: weight.bytes, values: byteValues(weight) } }),
    ...(distances && { signedDistance: ofWords(distances.signed), squaredDistance: ofWords(distances.squared) }),
  };
}

function ofWords(map: WordMap): WeightPlane {
  return { samples: map.words, values: wordValues(map) };
}
