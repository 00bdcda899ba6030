import type { FollowView } from "../../src/protocol/follow.js";
import { openRoundWords } from "../../src/protocol/roundWords.js";
import { formatCount } from "../ui/format.js";
import { pointName } from "./series.js";

/** "round 1, mean over 3 images; round 2 is being written, 9 of 12 images so far": what the large figure is of. */
export function whatItIsOver(view: FollowView): string {
  const { at, counts, unsettled, names, isWatching } = view;
  const n = counts.at(-1) ?? 0;
  const open = { written: unsettled, of: names.length };
  return [
    ...(at.length > 0
      ? [`${pointName(view, at.length - 1)}, mean over ${formatCount(n)} ${n === 1 ? "image" : "images"}`]
      : []),
    ...(unsettled > 0 ? [openRoundWords(open, at.at(-1) ?? 0, isWatching)] : []),
  ].join("; ");
}

/** "· 12 pairs, 9 since round 1": the list has what no mean has yet. */
export function listedWords(view: FollowView): string {
  const { at, names, unsettled } = view;
  const all = `· ${formatCount(names.length)} ${names.length === 1 ? "pair" : "pairs"}`;
  return unsettled > 0 && at.length > 0
    ? `${all}, ${formatCount(unsettled)} since ${pointName(view, at.length - 1)}`
    : all;
}
