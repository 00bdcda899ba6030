import { bands, type Steps } from "../steps.js";

/** One number a cell, row-major. */
export interface Plane<Values extends Uint8Array | Uint16Array | Uint32Array = Uint8Array | Uint16Array | Uint32Array> {
  readonly width: number;
  readonly height: number;
  readonly values: Values;
}

/** Combines two rows, which begin at `upper` and `lower`, into one of half their width, which begins at `at`. */
type Combine<Values> = (
  values: Values,
  out: Values,
  row: { readonly upper: number; readonly lower: number; readonly at: number; readonly width: number },
) => void;

/** Half as wide and high, rounded up: each cell is the maximum of the up to four that it covers, so that no peak is lost. */
export function poolMaximum<Values extends Plane["values"]>(plane: Plane<Values>): Steps<Plane<Values>> {
  return pool(plane, maximumOfRows);
}

/** Half as wide and high, rounded up: each cell is the rounded mean of the up to four that it covers. */
export function poolMean(plane: Plane<Uint8Array>): Steps<Plane<Uint8Array>> {
  return pool(plane, meanOfRows);
}

/** At an odd edge the last row or column is taken twice, which changes neither maximum nor mean. */
function* pool<Values extends Plane["values"]>(
  { width, height, values }: Plane<Values>,
  combine: Combine<Values>,
): Steps<Plane<Values>> {
  const halved = { width: (width + 1) >> 1, height: (height + 1) >> 1 };
  // The constructor of a typed array makes one of its own type.
  const out = new (values.constructor as new (length: number) => Values)(halved.width * halved.height);
  for (const [from, to] of bands(halved.height, 2 * width)) {
    for (let y = from; y < to; y++) {
      const lower = Math.min(2 * y + 1, height - 1) * width;
      combine(values, out, { upper: 2 * y * width, lower, at: y * halved.width, width });
    }
    yield;
  }
  return { ...halved, values: out };
}

const maximumOfRows: Combine<Plane["values"]> = (values, out, { upper, lower, at, width }) => {
  for (let left = 0, i = at; left < width; left += 2, i++) {
    const right = left + 1 < width ? left + 1 : left;
    out[i] = Math.max(
      Math.max(values[upper + left], values[upper + right]),
      Math.max(values[lower + left], values[lower + right]),
    );
  }
};

const meanOfRows: Combine<Uint8Array> = (values, out, { upper, lower, at, width }) => {
  for (let left = 0, i = at; left < width; left += 2, i++) {
    const right = left + 1 < width ? left + 1 : left;
    out[i] = (values[upper + left] + values[upper + right] + values[lower + left] + values[lower + right] + 2) >> 2;
  }
};
