import { FormatError } from "../image.js";

/**
 * Undoes the row filters of PNG (specification, section 9).
 * @param raw `rows` times a filter byte and `bytes` filtered bytes.
 * @param bytes bytes of a row.
 * @param distance bytes from a sample to the one left of it: 1, or 2 for 16-bit gray.
 * @returns `rows * bytes` bytes, without the filter bytes.
 * @throws FormatError for a filter type above 4.
 */
export function unfilter(raw: Uint8Array, bytes: number, rows: number, distance: number): Uint8Array {
  const out = new Uint8Array(bytes * rows);
  let above: Uint8Array = new Uint8Array(bytes);
  let from = 0;
  for (let row = 0; row < rows; row++) {
    const filter = raw[from];
    const source = raw.subarray(from + 1, from + 1 + bytes);
    const target = out.subarray(row * bytes, (row + 1) * bytes);
    if (filter === 0) target.set(source);
    else if (filter === 1) sub(source, target, distance);
    else if (filter === 2) up(source, above, target);
    else if (filter === 3) average(source, above, target, distance);
    else if (filter === 4) paeth(source, above, target, distance);
    else throw new FormatError(`bad filter type ${filter} in row ${row}`, "Copy or write the file again.");
    above = target;
    from += bytes + 1;
  }
  return out;
}

function sub(source: Uint8Array, target: Uint8Array, distance: number): void {
  for (let i = 0; i < distance && i < target.length; i++) target[i] = source[i] as number;
  for (let i = distance; i < target.length; i++) target[i] = (source[i] as number) + (target[i - distance] as number);
}

function up(source: Uint8Array, above: Uint8Array, target: Uint8Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (source[i] as number) + (above[i] as number);
}

function average(source: Uint8Array, above: Uint8Array, target: Uint8Array, distance: number): void {
  for (let i = 0; i < distance && i < target.length; i++)
    target[i] = (source[i] as number) + ((above[i] as number) >> 1);
  for (let i = distance; i < target.length; i++) {
    target[i] = (source[i] as number) + (((target[i - distance] as number) + (above[i] as number)) >> 1);
  }
}

function paeth(source: Uint8Array, above: Uint8Array, target: Uint8Array, distance: number): void {
  for (let i = 0; i < distance && i < target.length; i++) target[i] = (source[i] as number) + (above[i] as number);
  for (let i = distance; i < target.length; i++) {
    const left = target[i - distance] as number;
    const up = above[i] as number;
    const corner = above[i - distance] as number;
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - corner - corner);
    const nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    target[i] = (source[i] as number) + nearest;
  }
}
