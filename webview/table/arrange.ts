/** Rows that pass: those whose value lies between the two, both included; null is no limit. Undefined values pass no limit. */
export interface Range {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface RangeFilter extends Range {
  readonly values: Float64Array;
}

export interface Key {
  readonly values: Float64Array;
  readonly descending: boolean;
}

/** The rows that pass every filter, ascending. @param matches a further test, or null. */
export function passing(
  rows: number,
  filters: readonly RangeFilter[],
  matches: ((row: number) => boolean) | null,
): Uint32Array {
  const passed = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (filters.every((filter) => isWithin(filter, filter.values[row])) && (!matches || matches(row))) {
      passed[count++] = row;
    }
  }
  return passed.slice(0, count);
}

export function isWithin({ minimum, maximum }: Range, value: number): boolean {
  return !Number.isNaN(value) && (minimum === null || value >= minimum) && (maximum === null || value <= maximum);
}

/**
 * Rows in the order of the first key, rows that are equal by it in the order of the next, and so on; rows that are equal
 * by all keep the order of the data. Where the first key is undefined, a row comes last, whichever the direction.
 */
export function ordered(rows: Uint32Array, keys: readonly Key[]): Uint32Array {
  const [first] = keys;
  if (!first) return rows;
  const defined = rows.filter((row) => !Number.isNaN(first.values[row]));
  const others = rows.filter((row) => Number.isNaN(first.values[row]));
  const later = keys.slice(1);
  const all = new Uint32Array(rows.length);
  all.set(sorted(defined, keys));
  all.set(later.length > 0 ? ordered(others, later) : others, defined.length);
  return all;
}

function sorted(rows: Uint32Array, keys: readonly Key[]): Uint32Array {
  // Undefined values of later keys come last as well: above all others when ascending, whichever the direction.
  const ascending = keys.map(({ values, descending }) =>
    Float64Array.from(values, (value) =>
      Number.isNaN(value) ? Number.POSITIVE_INFINITY : descending ? -value : value,
    ),
  );
  const [first, ...others] = ascending;
  return rows.sort((a, b) => {
    const [x, y] = [first[a], first[b]];
    if (x !== y) return x < y ? -1 : 1;
    for (const values of others) if (values[a] !== values[b]) return values[a] < values[b] ? -1 : 1;
    return a - b;
  });
}
