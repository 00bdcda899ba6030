/** The stretch of an axis: linear, or by decades. */
export interface Axis {
  readonly minimum: number;
  readonly maximum: number;
  readonly log: boolean;
  /** On a log axis that has a place for 0 at its start: the least positive value, some way from there. */
  readonly positive?: number;
}

/** Part of a log axis that is kept for 0. */
const ZERO_PART = 0.08;

/**
 * An axis that holds all finite values. A log axis begins at the least positive value, or with a place for 0 where there
 * is one.
 * @param range of the score: a bound that is finite is the end of the axis.
 */
export function axisOf(values: Float64Array, range: readonly [number, number], log: boolean): Axis {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let hasZero = false;
  for (const value of values) {
    hasZero ||= value === 0;
    if (!Number.isFinite(value) || (log && value <= 0)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) [least, most] = log ? [1, 10] : [0, 1];
  if (log) {
    const maximum = Math.max(most, least * 10);
    if (!hasZero) return { minimum: least, maximum, log };
    return { minimum: least * (least / maximum) ** (ZERO_PART / (1 - ZERO_PART)), maximum, log, positive: least };
  }
  const [from, to] = range;
  const isBounded = Number.isFinite(from) && Number.isFinite(to);
  if (isBounded) return { minimum: from, maximum: to, log };
  return { minimum: least, maximum: most > least ? most : least + 1, log };
}

/** Place on the axis, in [0, 1]. */
export function toPart({ minimum, maximum, log }: Axis, value: number): number {
  const part = log
    ? Math.log(Math.max(value, minimum) / minimum) / Math.log(maximum / minimum)
    : (value - minimum) / (maximum - minimum);
  return Math.min(1, Math.max(0, part));
}

/** The value at a place of the axis. */
export function fromPart({ minimum, maximum, log }: Axis, part: number): number {
  return log ? minimum * (maximum / minimum) ** part : minimum + part * (maximum - minimum);
}

/** How many of some rows lie in each of equal parts of the axis; undefined and infinite values are not counted. */
export function binned(values: Float64Array, rows: Uint32Array | null, axis: Axis, bins: number): Uint32Array {
  const counts = new Uint32Array(bins);
  const add = (value: number) => {
    if (Number.isFinite(value)) counts[Math.min(bins - 1, Math.floor(toPart(axis, value) * bins))]++;
  };
  if (rows) for (const row of rows) add(values[row]);
  else for (const value of values) add(value);
  return counts;
}

/** Bars as one SVG path in a box of `width` x `height`; a bar that counts anything is at least a pixel high. */
export function barsPath(counts: Uint32Array, most: number, width: number, height: number): string {
  const step = width / counts.length;
  return Array.from(counts, (count, i) => {
    if (count === 0 || most === 0) return "";
    const size = Math.max(1, (height * count) / most);
    return `M${(i * step).toFixed(2)} ${height}v${(-size).toFixed(2)}h${(step - 0.5).toFixed(2)}V${height}z`;
  }).join("");
}

/** A limit as a person would set it: no more digits than tell places on the axis apart. */
export function rounded(axis: Axis, value: number): number {
  const digits = axis.log ? 2 - Math.floor(Math.log10(Math.abs(value) || 1)) : stepDigits(axis);
  return Number(value.toFixed(Math.min(20, Math.max(0, digits))));
}

function stepDigits({ minimum, maximum }: Axis): number {
  return 2 - Math.floor(Math.log10(maximum - minimum));
}
