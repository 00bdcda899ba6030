import type { Samples } from "../../core/raster.js";
import { byteHistogram, byteValues } from "./bytes.js";

/** The distinct values of an image. */
export interface Values {
  /** Ascending. For float samples at most {@link FLOAT_LIMIT}: when there are more, `complete` is false. */
  readonly values: readonly number[];
  readonly complete: boolean;
  /** Over all samples, NaN left out. */
  readonly min: number;
  readonly max: number;
  readonly nans: number;
}

/** And how many samples have them. */
export interface Census extends Values {
  /** Samples that have `values[i]`; meaningless when not `complete`. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** More distinct floats than this are a continuous quantity; counting on would cost a hash look-up a pixel. */
export const FLOAT_LIMIT = 64;

/** Counts the distinct values in one pass. */
export function takeCensus(samples: Samples): Census {
  if (samples instanceof Uint8Array) return integerCensus(byteHistogram(samples), samples.length);
  if (samples instanceof Uint16Array) return integerCensus(wordHistogram(samples), samples.length);
  return floatCensus(samples);
}

/** The distinct values alone: of bytes they are found in a fraction of the time, often long before the last sample. */
export function takeValues(samples: Samples): Values {
  if (!(samples instanceof Uint8Array)) return takeCensus(samples);
  const values = byteValues(samples);
  return { values, complete: true, min: values[0] ?? 0, max: values.at(-1) ?? 0, nans: 0 };
}

function wordHistogram(samples: Uint16Array): Uint32Array {
  const histogram = new Uint32Array(65536);
  for (let i = 0; i < samples.length; i++) (histogram[samples[i] as number] as number)++;
  return histogram;
}

function integerCensus(histogram: Uint32Array, total: number): Census {
  const values: number[] = [];
  const counts: number[] = [];
  histogram.forEach((count, value) => {
    if (count === 0) return;
    values.push(value);
    counts.push(count);
  });
  const [min = 0, max = 0] = [values[0], values[values.length - 1]];
  return { values, counts, complete: true, min, max, nans: 0, total };
}

function floatCensus(samples: Float32Array | Float64Array): Census {
  const seen = new Map<number, number>();
  let [min, max, nans] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  let [last, run] = [Number.NaN, 0];
  const count = () => {
    if (run > 0 && seen.size <= FLOAT_LIMIT) seen.set(last, (seen.get(last) ?? 0) + run);
  };
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] as number;
    if (value === last) {
      run++;
    } else if (Number.isNaN(value)) {
      nans++;
    } else {
      count();
      [last, run] = [value, 1];
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  count();
  const complete = seen.size <= FLOAT_LIMIT;
  const values = [...seen.keys()].sort((a, b) => a - b).slice(0, FLOAT_LIMIT);
  return { values, counts: values.map((v) => seen.get(v) ?? 0), complete, min, max, nans, total: samples.length };
}

/** Whether every value is one of `allowed`. */
export function isWithin({ values, complete }: Values, ...allowed: number[]): boolean {
  return complete && values.every((value) => allowed.includes(value));
}
