/**
 * Work that can be put aside: it yields every millisecond or two, and returns what it made. Who has the time does it
 * `atOnce`; a page that must stay quick does a few steps whenever it is idle.
 */
export type Steps<Result = void> = Generator<undefined, Result>;

/** How many numbers are looked at in a step. */
const A_STEP = 1 << 18;

/** Rows `[from, to)` that take one step each, from the first row to the last. @param cost numbers to look at a row. */
export function* bands(rows: number, cost: number): Generator<readonly [from: number, to: number]> {
  const height = Math.max(1, Math.floor(A_STEP / cost));
  for (let from = 0; from < rows; from += height) yield [from, Math.min(rows, from + height)];
}

/** All steps, one after another. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
