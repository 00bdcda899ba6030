/** A real-valued map as one byte a pixel, between its extremes. */
export interface ByteMap {
  readonly bytes: Uint8Array;
  readonly minimum: number;
  readonly maximum: number;
}

/** Rounds to 256 steps between the extremes; the error is at most half a step. */
export function quantise(values: Float64Array): ByteMap {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const scale = maximum > minimum ? 255 / (maximum - minimum) : 0;
  const bytes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) bytes[i] = Math.round((values[i] - minimum) * scale);
  return { bytes, minimum, maximum };
}
