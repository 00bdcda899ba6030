// The squared distances of a row to the other class.

import { beginAt, empty, push, writeRun } from "./envelope";
import { height, width, words } from "./image";
import { Mask } from "./mask";
import { forgetSites, siteSquare, stepDown, stepUp } from "./sites";

/** Rows of which one is searched for sites that are the nearest of no pixel; more would leave more of them to the sweep down. */
const PRUNED: i32 = 4;

/** All rows from the last up: afterwards every row has its candidates among the sites below, and the sites are those of the first. */
export function sweepUp(mask: Mask): void {
  forgetSites(mask);
  for (let y = height - 2; y >= 0; y--) {
    stepUp(mask, y);
    if (y % PRUNED === 0) solveRow(mask, y, false);
  }
}

/** The squares of the next row of the sweep down. */
export function sweepDown(mask: Mask, y: i32): void {
  if (y > 0) stepDown(mask, y);
  solveRow(mask, y, true);
}

/** Leaves of the row's candidates those that are nearest somewhere along it, and writes the squares if asked for. */
function solveRow(mask: Mask, y: i32, isWritten: bool): void {
  const row = ((<usize>words) << 3) * <usize>y;
  const candidates = mask.candidates + row;
  const sites = mask.sites;
  let from: i32 = 0;
  let last = empty();
  // The left of the image counts as the first pixel's class.
  let carry = load<u64>(mask.bits + row) & 1;
  for (let word: i32 = 0; word < words; word++) {
    const base = word << 6;
    const own = load<u64>(mask.bits + row + ((<usize>word) << 3));
    let ends = own ^ ((own << 1) | carry);
    carry = own >> 63;
    const left = width - base;
    if (left < 64) ends &= ((<u64>1) << left) - 1;
    let columns = load<u64>(candidates + ((<usize>word) << 3));
    while (true) {
      // Sites left of the next end belong to this run.
      const end = ends & -ends;
      const before = end - 1;
      for (let events = (columns & before) | end; events !== 0; events &= events - 1) {
        const x = base + <i32>ctz(events);
        last = push(last, x, events === end ? 0 : siteSquare(sites, x, y), candidates);
      }
      if (end === 0) break;
      const x = base + <i32>ctz(end);
      // The first pixel of the next run has ended this one, whose last pixel is the first site of the next.
      if (isWritten) writeRun(last, from, x, mask.squares);
      last = beginAt(x - 1);
      from = x;
      ends ^= end;
      columns &= ~before;
    }
  }
  if (isWritten) writeRun(last, from, width, mask.squares);
}
