// By column, the nearest pixels of the other class above and below. A sweep up finds all that lie below, and keeps those
// that nearer ones took the place of, so that the sweep down, which finds those above, puts them back.

import { height, width, words } from "./image";
import { Mask } from "./mask";

/** Stands for a row where no site is: further away than any. */
const FAR: i32 = 1 << 14;
/** Bytes of a column's two rows, of which the one below is the second. */
const SITE: usize = 8;
const BELOW: usize = 4;

/** In the last row there is nothing below; nothing has been found above. */
export function forgetSites(mask: Mask): void {
  mask.replacedEnd = mask.replaced;
  for (let x: i32 = 0; x < width; x++) {
    store<i32>(mask.sites + <usize>x * SITE, -FAR);
    store<i32>(mask.sites + <usize>x * SITE, 2 * FAR, BELOW);
  }
  memory.fill(mask.candidates + <usize>(height - 1) * rowOfBits(), 0, rowOfBits());
}

/** From the row below up to row y. */
export function stepUp(mask: Mask, y: i32): void {
  const row = <usize>y * rowOfBits();
  const below = row + rowOfBits();
  let end = mask.replacedEnd;
  for (let word: usize = 0; word < rowOfBits(); word += 8) {
    let changed = load<u64>(mask.bits + row + word) ^ load<u64>(mask.bits + below + word);
    store<u64>(mask.candidates + row + word, load<u64>(mask.candidates + below + word) | changed);
    for (; changed !== 0; changed &= changed - 1) {
      const site = mask.sites + ((word << 3) + <usize>ctz(changed)) * SITE;
      store<u16>(end, <u16>load<i32>(site, BELOW));
      store<i32>(site, y + 1, BELOW);
      end += 2;
    }
  }
  mask.replacedEnd = end;
}

/** From the row above down to row y: {@link stepUp} undone, its last column first. */
export function stepDown(mask: Mask, y: i32): void {
  const row = <usize>y * rowOfBits();
  const above = row - rowOfBits();
  let end = mask.replacedEnd;
  for (let word = rowOfBits() - 8; <isize>word >= 0; word -= 8) {
    let changed = load<u64>(mask.bits + row + word) ^ load<u64>(mask.bits + above + word);
    const known = mask.candidates + row + word;
    store<u64>(known, load<u64>(known) | load<u64>(mask.candidates + above + word) | changed);
    while (changed !== 0) {
      const bit = 63 - clz(changed);
      changed ^= (<u64>1) << bit;
      const site = mask.sites + ((word << 3) + <usize>bit) * SITE;
      end -= 2;
      store<i32>(site, y - 1);
      store<i32>(site, load<u16>(end), BELOW);
    }
  }
  mask.replacedEnd = end;
}

/** The square of the distance from row y to the nearer site of a column. */
export function siteSquare(sites: usize, x: i32, y: i32): i32 {
  const site = sites + <usize>x * SITE;
  const gap = min(y - load<i32>(site), load<i32>(site, BELOW) - y);
  return gap * gap;
}

function rowOfBits(): usize {
  return (<usize>words) << 3;
}
