import type { JointPixels } from "../../src/core/maps/extremes.js";
import { jointIndex } from "../../src/core/maps/jointTable.js";
import type { Plane } from "../../src/core/maps/pool.js";
import type { ByteMap } from "../../src/core/maps/quantise.js";
import { IGNORED } from "../../src/core/raster.js";
import { byteOfValue } from "./tables.js";

/** What pixels add to a loss, or its gradient, over the joint index: `plain + w * weighted` a pixel, w its boundary weight. */
export interface LossTables {
  readonly plain?: Float64Array;
  readonly weighted?: Float64Array;
}

const sizeOf = ({ plain, weighted }: LossTables) => ((plain ?? weighted)?.length ?? 0) / 3;

/** The value of one pixel; 0 where it is ignored. */
export function valueAt(i: number, pixels: JointPixels, tables: LossTables, weight: number): number {
  if (pixels.truth[i] === IGNORED) return 0;
  const at = jointIndex(pixels.truth[i], pixels.prediction[i], sizeOf(tables));
  return (tables.plain?.[at] ?? 0) + weight * (tables.weighted?.[at] ?? 0);
}

/** The weight of each of the 256 bytes of a map. */
export function byteValues({ minimum, maximum }: ByteMap): Float64Array {
  return Float64Array.from({ length: 256 }, (_, byte) => minimum + (byte / 255) * (maximum - minimum));
}

/** The magnitudes of values that weights enter as bytes on the square-root scale, and the largest of them. */
export function weightedValues(
  pixels: JointPixels,
  tables: LossTables,
  weight: ByteMap,
): { readonly bytes: Plane<Uint8Array>; readonly largest: number } {
  const { width, height, truth, prediction } = pixels;
  const size = sizeOf(tables);
  const none = new Float64Array(3 * size);
  const { plain = none, weighted = none } = tables;
  const weights = byteValues(weight);
  const visit = (say: (i: number, value: number) => void) => {
    for (let i = 0; i < truth.length; i++) {
      if (truth[i] === IGNORED) continue;
      const at = truth[i] * size + prediction[i];
      say(i, Math.abs(plain[at] + weights[weight.bytes[i]] * weighted[at]));
    }
  };
  let largest = 0;
  visit((_, value) => {
    if (value > largest) largest = value;
  });
  const values = new Uint8Array(truth.length);
  const byte = byteOfValue(largest);
  visit((i, value) => {
    values[i] = byte(value);
  });
  return { bytes: { width, height, values }, largest };
}
