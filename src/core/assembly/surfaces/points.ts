// The points of a surface, as bits of a grid. What is right, `boundary/edges.ts` and `boundary/contour.ts` decide.

import { bytesOfRow, rows, words } from "./grid";

/** Edge pixels: foreground with background, or nothing, left, right, above or below. @returns whether there are any. */
export function findEdges(mask: usize, points: usize): bool {
  const row = bytesOfRow();
  let any: u32 = 0;
  let at = mask;
  for (let y: i32 = 0; y < rows; y++) {
    let before: u32 = 0;
    for (let word: i32 = 0; word < words; word++, at += 4) {
      const here = load<u32>(at);
      const next = word < words - 1 ? load<u32>(at, 4) : 0;
      const left = (here << 1) | (before >> 31);
      const right = (here >> 1) | (next << 31);
      const edge = here & ~(left & right & load<u32>(at - row) & load<u32>(at + row));
      store<u32>(points + (at - mask), edge);
      any |= edge;
      before = here;
    }
  }
  return any !== 0;
}

/** Corners of which the four pixels around differ. @returns whether there are any. */
export function findCorners(mask: usize, points: usize): bool {
  const row = bytesOfRow();
  let any: u32 = 0;
  let at = mask;
  for (let y: i32 = 0; y < rows; y++) {
    let beforeAbove: u32 = 0;
    let beforeBelow: u32 = 0;
    for (let word: i32 = 0; word < words; word++, at += 4) {
      const above = load<u32>(at - row);
      const below = load<u32>(at);
      const leftAbove = (above << 1) | (beforeAbove >> 31);
      const leftBelow = (below << 1) | (beforeBelow >> 31);
      const corner = (above | below | leftAbove | leftBelow) & ~(above & below & leftAbove & leftBelow);
      store<u32>(points + (at - mask), corner);
      any |= corner;
      beforeAbove = above;
      beforeBelow = below;
    }
  }
  return any !== 0;
}

/** The pixels around the corners of a word: which are foreground, bits 8 4 over 2 1. */
export function codeOf(mask: usize, x: i32, y: i32): i32 {
  const at = mask + <usize>y * bytesOfRow();
  return (pairAt(at - bytesOfRow(), x) << 2) | pairAt(at, x);
}

/** The pixels left and right of a corner: bits 2 and 1. */
function pairAt(row: usize, x: i32): i32 {
  const here = (load<u32>(row + ((<usize>x >> 5) << 2)) >> (x & 31)) & 1;
  const left = x > 0 ? (load<u32>(row + ((<usize>(x - 1) >> 5) << 2)) >> ((x - 1) & 31)) & 1 : 0;
  return <i32>((left << 1) | here);
}
