import type { JointPixels } from "../../src/core/maps/extremes.js";
import { jointIndex } from "../../src/core/maps/jointTable.js";
import type { Plane } from "../../src/core/maps/pool.js";
import type { ByteMap, WordMap } from "../../src/core/maps/quantise.js";
import { IGNORED } from "../../src/core/raster.js";

/** What pixels weigh in the tallies that a loss may sum over, beside the plain one. */
export type WeightId = "weighted" | "signedDistance" | "squaredDistance";

export const weightIds: readonly WeightId[] = ["weighted", "signedDistance", "squaredDistance"];

/**
 * What pixels add to a loss, or its gradient, over the joint index: the sum of `plain` and of what each other table holds,
 * times what the pixel weighs there.
 */
export type LossTables = Readonly<Partial<Record<"plain" | WeightId, Float64Array>>>;

const sizeOf = ({ plain, ...others }: LossTables) =>
  ((plain ?? weightIds.map((id) => others[id]).find((table) => table))?.length ?? 0) / 3;

/** The value of one pixel; 0 where it is ignored. @param weights what it weighs; only what the tables need is looked at. */
export function valueAt(
  i: number,
  pixels: JointPixels,
  tables: LossTables,
  weights: Readonly<Partial<Record<WeightId, number>>>,
): number {
  if (pixels.truth[i] === IGNORED) return 0;
  const at = jointIndex(pixels.truth[i], pixels.prediction[i], sizeOf(tables));
  return weightIds.reduce((sum, id) => sum + (weights[id] ?? 0) * (tables[id]?.[at] ?? 0), tables.plain?.[at] ?? 0);
}

/** What each pixel weighs, by number of the pixel. */
export interface WeightPlane {
  readonly samples: Uint8Array | Uint16Array;
  /** By sample. */
  readonly values: Float64Array;
}

/** The values of the 256 bytes of a map. */
export function byteValues({ minimum, maximum }: Omit<ByteMap, "bytes">): Float64Array {
  return Float64Array.from({ length: 256 }, (_, byte) => minimum + (byte / 255) * (maximum - minimum));
}

/** The values of the 65,536 words of a map. */
export function wordValues({ minimum, maximum }: Omit<WordMap, "words">): Float64Array {
  return Float64Array.from({ length: 65536 }, (_, word) => minimum + (word / 65535) * (maximum - minimum));
}

export type WeightPlanes = Readonly<Partial<Record<WeightId, WeightPlane>>>;

/** The planes that tables need; null where one of them is not there. */
export function planesFor(tables: LossTables, planes: WeightPlanes): WeightPlanes | null {
  const needed = weightIds.filter((id) => tables[id]);
  return needed.every((id) => planes[id]) ? Object.fromEntries(needed.map((id) => [id, planes[id]])) : null;
}

/** What one pixel weighs. */
export function weightsAt(planes: WeightPlanes, i: number): Readonly<Partial<Record<WeightId, number>>> {
  const entries = Object.entries(planes).map(([id, { values, samples }]) => [id, values[samples[i]]]);
  return Object.fromEntries(entries);
}

/**
 * Values that weights enter as they are quantised, and the largest magnitude of them.
 * @param scale the byte of a value, once the largest is known.
 */
export function weightedValues(
  pixels: JointPixels,
  tables: LossTables,
  planes: WeightPlanes,
  scale: (largest: number) => (value: number) => number,
): { readonly bytes: Plane<Uint8Array>; readonly largest: number } {
  const { width, height, truth, prediction } = pixels;
  const size = sizeOf(tables);
  const sums = new Float64Array(truth.length);
  const add = (table: Float64Array, plane: WeightPlane | null) => {
    for (let i = 0; i < truth.length; i++) {
      if (truth[i] === IGNORED) continue;
      const value = table[truth[i] * size + prediction[i]];
      sums[i] += plane ? plane.values[plane.samples[i]] * value : value;
    }
  };
  if (tables.plain) add(tables.plain, null);
  for (const id of weightIds) {
    const [table, plane] = [tables[id], planes[id]];
    if (table && plane) add(table, plane);
  }
  let largest = 0;
  for (const value of sums) if (Math.abs(value) > largest) largest = Math.abs(value);
  return { bytes: { width, height, values: Uint8Array.from(sums, scale(largest)) }, largest };
}
