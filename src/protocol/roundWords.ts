/** Images written since the last round, out of all that the folder has. */
export interface OpenRound {
  readonly written: number;
  readonly of: number;
}

/**
 * "round 2 is being written, 9 of 12 images so far": what the list shows already, and no mean has yet.
 * @param last number of the last round; 0 before the first.
 * @param isWatching else no round will come of them.
 */
export function openRoundWords({ written, of }: OpenRound, last: number, isWatching: boolean): string {
  if (!isWatching) return `${written} ${written === 1 ? "image" : "images"} written since, in no round`;
  return `round ${last + 1} is being written, ${written} of ${of} ${of === 1 ? "image" : "images"} so far`;
}
