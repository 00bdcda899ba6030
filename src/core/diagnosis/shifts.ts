import type { Offset } from "./offset.js";

/** How far is looked, as a part of the longer side; at least so many pixels. */
const REACH = 1 / 16;
const LEAST_REACH = 8;

export const reachOf = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.max(LEAST_REACH, Math.round(REACH * Math.max(width, height)));

/** What an offset must achieve to be the explanation. */
export const SHIFT_PROOF = { gain: 0.05, left: 0.6 };

export const SHIFT_ADVICE = "Look for a crop, a pad or a resize that is off.";

/** "6 px left and 5 px up". */
export function towards({ dx, dy }: Offset): string {
  return [
    ...(dx === 0 ? [] : [`${Math.abs(dx)} px ${dx > 0 ? "right" : "left"}`]),
    ...(dy === 0 ? [] : [`${Math.abs(dy)} px ${dy > 0 ? "down" : "up"}`]),
  ].join(" and ");
}
