/** A real-valued map as one byte a pixel, between its extremes. */
export interface ByteMap {
  readonly bytes: Uint8Array;
  readonly minimum: number;
  readonly maximum: number;
}

/** A boundary-weight map, with the factor that brought it to mean 1: from it the exact weight of a pixel follows. */
export interface WeightMap extends ByteMap {
  readonly scale: number;
}

/** A real-valued map as two bytes a pixel, between its extremes. */
export interface WordMap {
  readonly words: Uint16Array;
  readonly minimum: number;
  readonly maximum: number;
}

/** Rounds to 256 steps between the extremes; the error is at most half a step. */
export function quantise(values: Float64Array): ByteMap {
  const bytes = new Uint8Array(values.length);
  return { bytes, ...steps(values, bytes, 255) };
}

/** Rounds to 65,536 steps between the extremes. */
export function quantiseFinely(values: Float64Array): WordMap {
  const words = new Uint16Array(values.length);
  return { words, ...steps(values, words, 65535) };
}

function steps(values: Float64Array, out: Uint8Array | Uint16Array, most: number) {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const scale = maximum > minimum ? most / (maximum - minimum) : 0;
  for (let i = 0; i < values.length; i++) out[i] = Math.round((values[i] - minimum) * scale);
  return { minimum, maximum };
}
