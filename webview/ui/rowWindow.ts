/** A list whose rows are of one height, in what scrolls. */
export interface RowList {
  readonly scroller: HTMLElement;
  /** Of a row, CSS pixels. */
  readonly height: number;
  readonly count: number;
  /** What stays over the rows, CSS pixels. */
  readonly head?: number;
}

/** Rows drawn above and below what is seen, so that scrolling shows no gap. */
const BEYOND = 8;

/** The rows that should exist, from the first to before the last. */
export function rowsInSight({ scroller, height, count }: RowList): readonly [first: number, end: number] {
  const first = Math.floor(scroller.scrollTop / height) - BEYOND;
  const end = Math.ceil((scroller.scrollTop + scroller.clientHeight) / height) + BEYOND;
  return [Math.max(0, first), Math.min(count, end)];
}

/** Scrolls as little as must be so that a row is seen. */
export function revealRow({ scroller, height, head = 0 }: RowList, index: number): void {
  const top = index * height;
  const room = scroller.clientHeight - head;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height - room;
}
