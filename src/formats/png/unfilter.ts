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
  for (let row = 0, at = 0; row < rows; row++, at += bytes + 1) {
    if (raw[at] > 4) {
      throw new FormatError(`bad filter type ${raw[at]} in row ${row}`, "Copy or write the file again.");
    }
  }
  const out = new Uint8Array(bytes * rows);
  let above = new Uint8Array(bytes);
  for (let row = 0; row < rows; row++) {
    const from = row * (bytes + 1);
    const filter = raw[from];
    const source = raw.subarray(from + 1, from + 1 + bytes);
    const target = out.subarray(row * bytes, (row + 1) * bytes);
    if (filter === 0) target.set(source);
    else if (filter === 1) sub(source, target, distance);
    else if (filter === 2) up(source, above, target);
    else if (filter === 3) average(source, above, target, distance);
    else paeth(source, above, target, distance);
    above = target;
  }
  return out;
}

function sub(source: Uint8Array, target: Uint8Array, distance: number): void {
  for (let i = 0; i < distance && i < target.length; i++) target[i] = source[i];
  for (let i = distance; i < target.length; i++) target[i] = source[i] + target[i - distance];
}

function up(source: Uint8Array, above: Uint8Array, target: Uint8Array): void {
  for (let i = 0; i < target.length; i++) target[i] = source[i] + above[i];
}

function average(source: Uint8Array, above: Uint8Array, target: Uint8Array, distance: number): void {
  for (let i = 0; i < distance && i < target.length; i++) target[i] = source[i] + (above[i] >> 1);
  for (let i = distance; i < target.length; i++) {
    target[i] = source[i] + ((target[i - distance] + above[i]) >> 1);
  }
}

function paeth(source: Uint8Array, above: Uint8Array, target: Uint8Array, distance: number): void {
  for (let i = 0; i < distance && i < target.length; i++) target[i] = source[i] + above[i];
  for (let i = distance; i < target.length; i++) {
    const left = target[i - distance];
    const up = above[i];
    const corner = above[i - distance];
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - corner - corner);
    const nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    target[i] = source[i] + nearest;
  }
}
