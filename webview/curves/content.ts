import type { Tally } from "../../src/core/tally.js";

/** What every chart is drawn from. */
export interface CurveContent {
  readonly tally: Tally;
  readonly threshold: number;
}

export interface CurveView {
  readonly element: HTMLElement;
  show(content: CurveContent): void;
  /** Draws again, in the colours of the theme as it is now. */
  redraw(): void;
}

/** Remembers what was made of the last tally: it changes with the pair, not with the threshold. */
export function ofTally<Result>(make: (tally: Tally) => Result): (tally: Tally) => { result: Result; isNew: boolean } {
  let last: { readonly tally: Tally; readonly result: Result } | null = null;
  return (tally) => {
    const isNew = last?.tally !== tally;
    const known = last && !isNew ? last : { tally, result: make(tally) };
    last = known;
    return { result: known.result, isNew };
  };
}
