/** The side of the window around a pixel, and how far it reaches before and after. */
export let side: i32 = 0;
export let before: i32 = 0;
export let after: i32 = 0;

export function openWindow(size: i32): void {
  side = size;
  before = (size - 1) >> 1;
  after = size - 1 - before;
}

/** How many rows or columns of a window lie in an image, by where its pixel lies. */
export function inside(at: i32, length: i32): i32 {
  return min(at + after, length - 1) - max(at - before, 0) + 1;
}
