/** Bytes that are read and written beyond the end of rows. */
const MARGIN: usize = 64;

let free: usize = 0;

/** Begins again at the start of the memory. */
export function releaseAll(): void {
  free = __heap_base;
}

/** @returns the place of so many bytes; they are there once {@link grow} was called. */
export function take(bytes: usize): usize {
  const at = free;
  free += (bytes + MARGIN + 15) & ~15;
  return at;
}

export function grow(): void {
  const missing = <i32>((free + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}
