import type { Samples } from "../raster.js";
import type { Labels } from "./components.js";
import { matchObjects, type ObjectMatches } from "./match.js";
import { overlapTable } from "./overlap.js";

/**
 * Objects of an instance map: 0 is the background, every other id one object, whatever its number and wherever its
 * pixels lie. Ids may be sparse, up to 65,535; they are renumbered in order of their first pixel.
 *
 * @param ignored pixels that belong to no object, by position, or null.
 */
export function labelsOfIds(ids: Samples, width: number, height: number, ignored: Uint8Array | null): Labels {
  const dense = new Int32Array(ids.length);
  const numbers = new Int32Array(1 << 16);
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (id === 0 || ignored?.[i]) continue;
    if (numbers[id] === 0) numbers[id] = ++count;
    dense[i] = numbers[id];
  }
  return { width, height, ids: dense, count };
}

/** The id that each object has in its file, by number less one. */
export function storedIds({ ids, count }: Labels, samples: Samples): Uint32Array {
  const stored = new Uint32Array(count);
  for (let i = 0; i < ids.length; i++) if (ids[i] > 0) stored[ids[i] - 1] = samples[i];
  return stored;
}

/** Matches two instance maps of one size. Pixels whose truth is the ignore id belong to no object, in both. */
export function matchInstances(
  truth: Samples,
  prediction: Samples,
  width: number,
  height: number,
  ignore: number | null,
): ObjectMatches {
  const ignored = ignore === null ? null : Uint8Array.from(truth, (id) => (id === ignore ? 1 : 0));
  return matchObjects(
    overlapTable(labelsOfIds(truth, width, height, ignored), labelsOfIds(prediction, width, height, ignored)),
  );
}
