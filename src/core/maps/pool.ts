/** One number a cell, row-major. */
export interface Plane<Values extends Uint8Array | Uint16Array | Uint32Array = Uint8Array | Uint16Array | Uint32Array> {
  readonly width: number;
  readonly height: number;
  readonly values: Values;
}

/** Half as wide and high, rounded up: each cell is the maximum of the up to four that it covers, so that no peak is lost. */
export function poolMaximum<Values extends Uint8Array | Uint16Array | Uint32Array>(
  plane: Plane<Values>,
): Plane<Values> {
  return pool(plane, (a, b, c, d) => Math.max(a, b, c, d));
}

/** Half as wide and high, rounded up: each cell is the rounded mean of the up to four that it covers. */
export function poolMean<Values extends Uint8Array | Uint16Array | Uint32Array>(plane: Plane<Values>): Plane<Values> {
  return pool(plane, (a, b, c, d) => (a + b + c + d + 2) >> 2);
}

/** At an odd edge the last row or column is taken twice, which changes neither maximum nor mean. */
function pool<Values extends Uint8Array | Uint16Array | Uint32Array>(
  { width, height, values }: Plane<Values>,
  combine: (a: number, b: number, c: number, d: number) => number,
): Plane<Values> {
  const halved = { width: (width + 1) >> 1, height: (height + 1) >> 1 };
  // The constructor of a typed array makes one of its own type.
  const out = new (values.constructor as new (length: number) => Values)(halved.width * halved.height);
  for (let y = 0, at = 0; y < halved.height; y++) {
    const upper = 2 * y * width;
    const lower = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < halved.width; x++, at++) {
      const left = 2 * x;
      const right = left + 1 < width ? left + 1 : left;
      out[at] = combine(values[upper + left], values[upper + right], values[lower + left], values[lower + right]);
    }
  }
  return { ...halved, values: out };
}
