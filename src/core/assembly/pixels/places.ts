// What lies where in the memory. It is reserved once: to grow it later would take it from those who look at it.

import { BEYOND_INPUT, BEYOND_OUTPUT } from "../png/inflate";

/** Bytes of the tables of the largest window whose weights are all kept. */
const TABLES: u64 = 68 << 20;
/** Bytes that are looked at together where they lie elsewhere. */
const PIECE: u64 = 1 << 16;
/** Beyond what is said below: blocks of sixteen bytes, and a little to look at. */
const MARGIN: u64 = 1024;
const PAGE: u64 = 1 << 16;
const PAGES: u64 = 1 << 16;

/** Weights that are kept: see `weigh`. */
export const tables: usize = (__heap_base + 15) & ~15;
/** A row of zeros and sixteen rows on their way to their places: see `png`. */
export let zeros: usize = 0;
export let group: usize = 0;
/** What the windows of a row see in each column: see `weigh`. */
export let columns: usize = 0;
/** Where the caller puts pieces of images that lie elsewhere, and the zlib stream of an image. */
export let piece: usize = 0;
export let stream: usize = 0;
let images: usize = 0;
let imageBytes: usize = 0;

/**
 * Makes room, once.
 * @param bytes of an image with a filter byte a row; a stream may have as many.
 * @param rowBytes of a row.
 * @returns whether there is so much memory.
 */
export function open(bytes: usize, rowBytes: usize, numberOfImages: i32): bool {
  const row = <u64>rowBytes;
  const image = aligned(<u64>bytes + <u64>BEYOND_OUTPUT + MARGIN);
  let at = <u64>tables + TABLES;
  zeros = <usize>at;
  at = aligned(at + row + MARGIN);
  group = <usize>at;
  at = aligned(at + 16 * row + MARGIN);
  columns = <usize>at;
  // A window may reach beyond a row by the row itself, to either side.
  at = aligned(at + 3 * row + MARGIN);
  piece = <usize>at;
  at += PIECE + MARGIN;
  stream = <usize>at;
  at = aligned(at + <u64>bytes + <u64>BEYOND_INPUT + MARGIN);
  images = <usize>at;
  imageBytes = <usize>image;
  const pages = (at + image * <u64>numberOfImages + PAGE - 1) / PAGE;
  return pages <= PAGES && memory.grow(<i32>pages - memory.size()) >= 0;
}

/** Where an image is put; bytes beyond its end may be overwritten. */
export function imageAt(number: i32): usize {
  return images + <usize>number * imageBytes;
}

function aligned(at: u64): u64 {
  return (at + 15) & ~15;
}
