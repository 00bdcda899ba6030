/** What one pixel is of an error map; anything else is left out. */
export const TRUE_NEGATIVE = 0;
export const TRUE_POSITIVE = 1;
export const FALSE_POSITIVE = 2;
export const FALSE_NEGATIVE = 3;

/** An error map made small: of every cell the parts that are right foreground, false positive and false negative. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  /** Three bytes a cell, row-major: the parts of true positives, false positives and false negatives, 0 to 255. */
  readonly parts: Uint8Array;
}

/**
 * Reduces an error map by whole cells, so that no pixel is dropped. A part is rounded up: a single wrong pixel of a
 * thousand still shows.
 * @param codeAt what the pixel at a row-major position is.
 * @param edge the longer side of the result is at most this; a smaller map keeps its size.
 */
export function thumbnail(codeAt: (pixel: number) => number, width: number, height: number, edge: number): Thumbnail {
  const scale = Math.max(1, Math.max(width, height) / edge);
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.round(side / scale)));
  const counts = new Uint32Array(columns * rows * 4);
  const cellOf = Int32Array.from({ length: width }, (_, x) => Math.floor((x * columns) / width));
  for (let y = 0, pixel = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++, pixel++) {
      const code = codeAt(pixel);
      if (code <= FALSE_NEGATIVE) counts[4 * (row + cellOf[x]) + code]++;
    }
  }
  const parts = new Uint8Array(columns * rows * 3);
  for (let cell = 0; cell < columns * rows; cell++) {
    const [tn, tp, fp, fn] = counts.subarray(4 * cell, 4 * cell + 4);
    const all = tn + tp + fp + fn;
    if (all > 0)
      parts.set(
        [tp, fp, fn].map((count) => Math.ceil((255 * count) / all)),
        3 * cell,
      );
  }
  return { width: columns, height: rows, parts };
}
