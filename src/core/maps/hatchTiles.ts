/** What is drawn over a colour so that it can be told apart without seeing colour. One byte a pixel says which. */
export const PLAIN = 0;
export const FALSE_POSITIVE = 1;
export const FALSE_NEGATIVE = 2;
export const LEFT_OUT = 3;
/** Of objects: one in several pieces, several in one. */
export const SPLIT = 4;
export const MERGED = 5;
/** Of two predictions: A alone is right, B alone is, neither is. */
export const ONLY_A = 6;
export const ONLY_B = 7;
export const NEITHER = 8;

/** Edge of a tile; a power of two, so that a position in it is a mask of bits. */
export const TILE = 8;
export const WITHIN = TILE - 1;

const tile = (isMark: (x: number, y: number) => boolean) =>
  Uint8Array.from({ length: TILE * TILE }, (_, i) => (isMark(i & WITHIN, Math.floor(i / TILE)) ? 1 : 0));

const isLine = (width: number) => (x: number, y: number) => ((x + y) & WITHIN) < width;
const isDot = (x: number, y: number) => ((x - 1) & WITHIN) >> 1 === ((y - 1) & WITHIN) >> 1 && ((x - 1) & 3) < 2;

const isUpright = (x: number) => (x & 3) < 1;
const isLevel = (_: number, y: number) => (y & 3) < 1;

/**
 * Lines for false positives, dots for false negatives, thin lines for what is left out; upright lines for what is split,
 * a grid for what is merged. Of two predictions: upright lines for A, level ones for B, both for neither.
 */
export const tiles = [
  tile(() => false),
  tile(isLine(2)),
  tile(isDot),
  tile(isLine(1)),
  tile(isUpright),
  tile((x, y) => (x & WITHIN) < 1 || (y & WITHIN) < 1),
  tile(isUpright),
  tile(isLevel),
  tile((x, y) => isUpright(x) || isLevel(x, y)),
] as const;
