/** Bytes that are read and written beyond the end of rows. */
const MARGIN: usize = 64;

let free: usize = 0;

/** Begins again at the start of the memory. */
export function releaseAll(): void {
  free = __heap_base;
}

/** @returns the place of so many bytes, whatever is in them. */
export function take(bytes: usize): usize {
  const at = free;
  free += (bytes + MARGIN + 15) & ~15;
  const missing = <i32>((free + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
  return at;
}
