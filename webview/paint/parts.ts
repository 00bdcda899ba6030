import type { Rectangle, Size } from "../stage/viewport.js";
import { type Grid, withCells } from "./grid.js";

/*
 * Rectangles of output pixels, counted from the corner of the mask: there each of them shows the same, wherever the camera
 * looks, as long as it comes no closer.
 */

export const extentOf = ({ offsetX, offsetY, width, height }: Grid): Rectangle => ({
  x: offsetX,
  y: offsetY,
  width,
  height,
});

/** Whether two grids over the same mask show the same where both have an output pixel. */
export const isSameScale = (a: Grid, b: Grid): boolean => a.scale === b.scale && a.level === b.level;

/** What a rectangle has and another lacks: above, below, left and right of what they share. */
export function beyond(whole: Rectangle, known: Rectangle): readonly Rectangle[] {
  const [left, top] = [Math.max(whole.x, known.x), Math.max(whole.y, known.y)];
  const right = Math.min(whole.x + whole.width, known.x + known.width);
  const bottom = Math.min(whole.y + whole.height, known.y + known.height);
  if (right <= left || bottom <= top) return [whole];
  return [
    { ...whole, height: top - whole.y },
    { ...whole, y: bottom, height: whole.y + whole.height - bottom },
    { x: whole.x, y: top, width: left - whole.x, height: bottom - top },
    { x: right, y: top, width: whole.x + whole.width - right, height: bottom - top },
  ].filter(({ width, height }) => width > 0 && height > 0);
}

/** A grid of some of the output pixels of another. */
export function partOf(grid: Grid, { x, y, width, height }: Rectangle): Grid {
  const [column, row] = [x - grid.offsetX, y - grid.offsetY];
  const cut = ({ from, to }: Grid["columns"], start: number, length: number) =>
    withCells(from.subarray(start, start + length), to.subarray(start, start + length));
  return {
    ...grid,
    left: grid.left + column,
    top: grid.top + row,
    width,
    height,
    columns: cut(grid.columns, column, width),
    rows: cut(grid.rows, row, height),
    offsetX: x,
    offsetY: y,
  };
}

/** A piece of a rectangle, and where it lies on a sheet. */
export interface Piece extends Size {
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
}

/** Where a rectangle no larger than a sheet comes to lie when the sheet repeats without end: in up to four pieces. */
export function piecesOn(sheet: Size, { x, y, width, height }: Rectangle): readonly Piece[] {
  const across = cuts(x, width, sheet.width);
  return cuts(y, height, sheet.height).flatMap((down) =>
    across.map((along) => ({
      fromX: along.from,
      x: along.at,
      width: along.length,
      fromY: down.from,
      y: down.at,
      height: down.length,
    })),
  );
}

function cuts(start: number, length: number, edge: number) {
  const at = ((start % edge) + edge) % edge;
  const first = Math.min(length, edge - at);
  const pieces = [{ from: 0, at, length: first }];
  if (first < length) pieces.push({ from: first, at: 0, length: length - first });
  return pieces;
}
