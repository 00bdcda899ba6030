import { FOREGROUND, IGNORED } from "../../src/core/raster.js";
import type { PairPixels } from "../../src/protocol/pairView.js";
import type { Rectangle } from "../stage/viewport.js";

/** Some pixels of the mask: 1 a pixel of their bounding box. */
export interface Blob extends Rectangle {
  readonly inside: Uint8Array;
}

/**
 * The region of error that a pixel belongs to: flooded over the pixels that are wrong in the same way (8-connected).
 *
 * @param isPositive by index of the prediction, whether it is above the threshold.
 * @param box its bounding box, which the flood stays in.
 */
export function regionBlob(
  { width, truth, prediction }: Pick<PairPixels, "width" | "truth" | "prediction">,
  isPositive: Uint8Array,
  first: number,
  box: Rectangle,
): Blob {
  const inside = new Uint8Array(box.width * box.height);
  const isWrong = (i: number) =>
    truth[i] !== IGNORED &&
    truth[i] === truth[first] &&
    isPositive[prediction[i]] !== (truth[i] === FOREGROUND ? 1 : 0);
  const open = [{ x: (first % width) - box.x, y: Math.floor(first / width) - box.y }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { x, y } = at;
    if (x < 0 || y < 0 || x >= box.width || y >= box.height) continue;
    const place = y * box.width + x;
    if (inside[place] !== 0 || !isWrong((y + box.y) * width + x + box.x)) continue;
    inside[place] = 1;
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) open.push({ x: x + dx, y: y + dy });
  }
  return { ...box, inside };
}

/** A straight piece of an outline, on the corners of pixels. */
export type Piece = readonly [x1: number, y1: number, x2: number, y2: number];

/** The outline of a blob, in pieces as long as they can be. */
export function outlineOf({ x, y, width, height, inside }: Blob): Piece[] {
  const at = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < width && row < height ? inside[row * width + column] : 0;
  const pieces: Piece[] = [];
  const walk = (
    lines: number,
    length: number,
    isEdge: (line: number, step: number) => boolean,
    add: (line: number, from: number, to: number) => void,
  ) => {
    for (let line = 0; line <= lines; line++) {
      for (let step = 0; step < length; step++) {
        if (!isEdge(line, step)) continue;
        const from = step;
        while (step + 1 < length && isEdge(line, step + 1)) step++;
        add(line, from, step + 1);
      }
    }
  };
  walk(
    height,
    width,
    (row, column) => at(column, row) !== at(column, row - 1),
    (row, from, to) => pieces.push([x + from, y + row, x + to, y + row]),
  );
  walk(
    width,
    height,
    (column, row) => at(column, row) !== at(column - 1, row),
    (column, from, to) => pieces.push([x + column, y + from, x + column, y + to]),
  );
  return pieces;
}
