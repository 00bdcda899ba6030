/** Pixels and weights of a pair are asked about in turn. */
const KEPT = 2;

/**
 * A function that remembers what it gave for the last objects it was asked about: thirty scores of a pair ask the same of
 * its tallies. The objects must not change.
 */
export function ofLast<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const keys = new Array<Key | undefined>(KEPT);
  const values = new Array<Value>(KEPT);
  let oldest = 0;
  return (key) => {
    for (let i = 0; i < KEPT; i++) if (keys[i] === key) return values[i];
    const value = compute(key);
    keys[oldest] = key;
    values[oldest] = value;
    oldest = (oldest + 1) % KEPT;
    return value;
  };
}
