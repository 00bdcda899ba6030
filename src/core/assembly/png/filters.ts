// The row filters of PNG (specification, section 9), one row at a time.

export const NONE: u8 = 0;
export const SUB: u8 = 1;
export const UP: u8 = 2;
export const AVERAGE: u8 = 3;
export const PAETH: u8 = 4;

/**
 * Undoes the filter of a row.
 *
 * @param raw a filter byte and so many filtered bytes.
 * @param distance bytes from a sample to the one left of it.
 * @param out takes the row without filter byte; it may lie on the filtered one, or before it.
 */
export function undoRow(raw: usize, bytes: i32, distance: i32, out: usize, above: usize): void {
  const filter = load<u8>(raw);
  const source = raw + 1;
  if (filter === NONE) {
    memory.copy(out, source, bytes);
    return;
  }
  for (let i: i32 = 0; i < bytes; i++) {
    const isFirst = i < distance;
    const left = isFirst ? 0 : <i32>load<u8>(out + i - distance);
    const up = <i32>load<u8>(above + i);
    const corner = isFirst ? 0 : <i32>load<u8>(above + i - distance);
    store<u8>(out + i, <u8>(<i32>load<u8>(source + i) + predicted(filter, left, up, corner)));
  }
}

function predicted(filter: u8, left: i32, up: i32, corner: i32): i32 {
  if (filter === SUB) return left;
  if (filter === UP) return up;
  return filter === AVERAGE ? (left + up) >> 1 : nearest(left, up, corner);
}

/** The predictor of Paeth: of the three that which is nearest to left + up - corner, of equals the first. */
function nearest(left: i32, up: i32, corner: i32): i32 {
  const toLeft = abs(up - corner);
  const toUp = abs(left - corner);
  const toCorner = abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
