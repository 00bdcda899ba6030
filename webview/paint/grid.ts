import type { Rectangle, Size } from "../stage/viewport.js";

/**
 * The output pixels of a picture, and what of the mask each of them shows. Enlarged, it shows the mask pixel under its
 * centre; reduced, the blocks of 2^level pixels whose centre lies in it: every block belongs to an output pixel, to exactly
 * one where blocks are no larger, so that nothing falls between two.
 */
export interface Grid {
  /** Where it lies, device pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Blocks have 2^level mask pixels a side. */
  readonly level: number;
  /** Blocks of each output column and row. */
  readonly columns: Spans;
  readonly rows: Spans;
  /** Device pixels from the corner of the mask to that of the grid. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** Device pixels a mask pixel. */
  readonly scale: number;
}

/** From the first to before the last, by output pixel. */
export interface Spans {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Neighbours that show the same share a cell, so that it is looked up once: the cell of each output pixel … */
  readonly cell: Int32Array;
  /** … and the first output pixel of each cell. */
  readonly first: Int32Array;
}

/**
 * @param box where the whole mask lies, device pixels; it may reach beyond what is seen.
 * @param visible what is seen, device pixels.
 * @param most of blocks, where there is no time for more: beyond it they are twice as large, and may each fill several
 *   output pixels, but none is lost.
 * @returns null where nothing of the mask is seen.
 */
export function gridOf(mask: Size, box: Rectangle, visible: Rectangle, most = Number.POSITIVE_INFINITY): Grid | null {
  const across = cut(box.x, box.width, visible.x, visible.width);
  const down = cut(box.y, box.height, visible.y, visible.height);
  if (across.length <= 0 || down.length <= 0) return null;
  const scale = box.width / mask.width;
  const finest = Math.max(0, Math.floor(Math.log2(1 / scale) + 1e-9));
  const blocks = (across.length * down.length) / (scale * 2 ** finest) ** 2;
  const level = scale < 1 && blocks > most ? finest + 1 : finest;
  const [offsetX, offsetY] = [across.start - box.x, down.start - box.y];
  return {
    left: across.start,
    top: down.start,
    width: across.length,
    height: down.length,
    level,
    columns: spans(offsetX, across.length, scale, mask.width, level),
    rows: spans(offsetY, down.length, scale, mask.height, level),
    offsetX,
    offsetY,
    scale,
  };
}

/** The whole pixels of an interval that lie in another. An interval too short to hold one has one all the same. */
function cut(start: number, length: number, least: number, room: number) {
  const from = Math.max(Math.round(start), Math.round(least));
  const end = Math.max(Math.round(start + length), Math.round(start) + 1);
  return { start: from, length: Math.min(end, Math.round(least + room)) - from };
}

function spans(offset: number, length: number, scale: number, edge: number, level: number): Spans {
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  if (scale >= 1) {
    for (let i = 0; i < length; i++) {
      from[i] = Math.min(edge - 1, Math.max(0, Math.floor((offset + i + 0.5) / scale)));
      to[i] = from[i] + 1;
    }
    return withCells(from, to);
  }
  const blocks = Math.ceil(edge / 2 ** level);
  const unit = scale * 2 ** level;
  const bound = (at: number) => Math.min(blocks, Math.max(0, Math.round(at / unit)));
  for (let i = 0; i < length; i++) {
    from[i] = Math.min(blocks - 1, bound(offset + i));
    to[i] = Math.max(from[i] + 1, bound(offset + i + 1));
  }
  // Rounding must not cut off what lies at the edge of the mask.
  if (offset < 1) from[0] = 0;
  if (offset + length >= Math.round(edge * scale)) to[length - 1] = blocks;
  return withCells(from, to);
}

export function withCells(from: Int32Array, to: Int32Array): Spans {
  const cell = new Int32Array(from.length);
  const first = new Int32Array(from.length);
  let last = 0;
  for (let i = 1; i < from.length; i++) {
    if (from[i] !== from[i - 1] || to[i] !== to[i - 1]) first[++last] = i;
    cell[i] = last;
  }
  return { from, to, cell, first: first.subarray(0, last + 1) };
}

/** Whether two grids over the same mask show the same, wherever they lie. */
export function sameGrid(a: Grid | null, b: Grid): boolean {
  return (
    a !== null &&
    a.width === b.width &&
    a.height === b.height &&
    a.offsetX === b.offsetX &&
    a.offsetY === b.offsetY &&
    a.scale === b.scale &&
    a.level === b.level
  );
}
