import type { LabelClass } from "../../core/labels/classes.js";
import type { Raster, Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { takeCensus } from "./census.js";
import { pixelsHave, shown } from "./words.js";

/** Probabilities of several classes. */
export interface ClassMaps {
  /** One a plane, of one maximum. */
  readonly maps: readonly Raster[];
  /** In words: "probabilities of 5 classes, NPY, float32". */
  readonly readAs: string;
  readonly notes: readonly string[];
}

/** Float maps that were rounded add up to 1 within this. */
const ROUNDING = 1e-3;

/**
 * Reads C x H x W values as probabilities: floats as they are, bytes and 16-bit values by their range, 0 and 1 as one-hot.
 * @throws FormatError for values outside 0 to 1.
 */
export function readClassMaps({ width, height, planes = 1, samples, bits, layout }: StoredImage): ClassMaps {
  const maximum = maximumOf(samples, bits);
  const size = width * height;
  const maps = Array.from({ length: planes }, (_, plane): Raster => {
    return {
      width,
      height,
      samples: samples.subarray(plane * size, (plane + 1) * size),
      meaning: "probability",
      maximum,
    };
  });
  const onto = samples instanceof Float32Array || samples instanceof Float64Array || maximum === 1;
  return {
    maps,
    readAs: `probabilities of ${planes} classes, ${layout}${onto ? "" : ` (v / ${maximum})`}`,
    notes: sumNote(maps, maximum),
  };
}

function maximumOf(samples: Samples, bits: number): number {
  const { min, max, nans } = takeCensus(samples);
  if (nans > 0) throw refusal(`${nans} values are NaN`, "Save a number for every class and pixel.");
  if (samples instanceof Float32Array || samples instanceof Float64Array) {
    if (min < 0 || max > 1) throw refusal(`values from ${shown(min)} to ${shown(max)}, not 0 to 1`, remedyOf(min, max));
    return 1;
  }
  if (max <= 1) return 1;
  if (bits > 16) {
    throw refusal(`whole numbers up to ${max}`, "Save float32 probabilities, or class ids as one H x W array.");
  }
  return 2 ** bits - 1;
}

function refusal(what: string, remedy: string): FormatError {
  return new FormatError(`the class maps of the prediction are not probabilities: ${what}`, remedy);
}

function remedyOf(min: number, max: number): string {
  if (min > -ROUNDING && max < 1 + ROUNDING) return "Clip to 0 and 1 before saving: numpy.clip(p, 0, 1).";
  return "These look like logits: apply the softmax over the classes before saving.";
}

function sumNote(maps: readonly Raster[], maximum: number): string[] {
  const sums = new Float64Array(maps[0]?.samples.length ?? 0);
  for (const { samples } of maps) for (let i = 0; i < sums.length; i++) (sums[i] as number) += samples[i] as number;
  // Bytes round by half a step a class.
  const allowed = maximum === 1 ? ROUNDING : (maps.length + 1) / 2 / maximum;
  let [off, least, most] = [0, Number.POSITIVE_INFINITY, 0];
  for (const stored of sums) {
    const sum = stored / maximum;
    if (Math.abs(sum - 1) > allowed) off++;
    least = Math.min(least, sum);
    most = Math.max(most, sum);
  }
  if (off === 0) return [];
  return [`${pixelsHave(off)} class probabilities that do not add up to 1 (${shown(least)} to ${shown(most)})`];
}

/**
 * The class id of every plane: as the files say, else in the order of the classes, else the plane's own number where
 * the classes have gaps.
 * @throws FormatError when classes and planes do not fit.
 */
export function idsOfPlanes({ planes = 1, planeIds }: StoredImage, classes: readonly LabelClass[]): readonly number[] {
  if (planeIds) return planeIds;
  if (planes === classes.length) return classes.map(({ id }) => id);
  if (classes.every(({ id }) => id < planes)) return Array.from({ length: planes }, (_, plane) => plane);
  throw new FormatError(
    `the prediction has ${planes} class maps, for ${classes.length} classes`,
    "Save one map a class, in the order of the classes, background included.",
  );
}

/** The id of the highest probability at every pixel; of equals the first (as numpy.argmax). */
export function argmax(maps: readonly Raster[], ids: readonly number[]): Uint16Array {
  const best = Float64Array.from(maps[0]?.samples ?? []);
  const winners = new Uint16Array(best.length).fill(ids[0] ?? 0);
  for (const [plane, { samples }] of maps.entries()) {
    const id = ids[plane] ?? 0;
    for (let i = 0; i < best.length; i++) {
      if ((samples[i] as number) <= (best[i] as number)) continue;
      best[i] = samples[i] as number;
      winners[i] = id;
    }
  }
  return winners;
}
