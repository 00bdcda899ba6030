import { anyBytes, type PixelMemory, pixelMemory } from "../../core/pixels/memory.js";

/** Bytes that are looked at together, so that few are copied where they lie elsewhere. */
const PIECE = 1 << 16;

const ENOUGH = Symbol("enough");

/** Shows bytes to the kernel piece by piece, each with its place there and where it begins, until a visit says that it is enough. */
function eachPiece(
  bytes: Uint8Array,
  visit: (memory: PixelMemory, place: number, length: number, from: number) => unknown,
): void {
  const memory = pixelMemory(0, 0);
  if (!memory) throw new RangeError("There is no memory left.");
  const home = memory.placeOf(bytes);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    const place = home === null ? memory.kernel.piece.value : home + from;
    if (home === null) memory.bytes.set(piece, place);
    if (visit(memory, place, piece.length, from) === ENOUGH) return;
  }
}

/** How often each byte occurs, by value. */
export function byteHistogram(bytes: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  eachPiece(bytes, ({ kernel }, place, length) => {
    kernel.count(place, length);
    const ofPiece = new Uint32Array(kernel.memory.buffer, kernel.counts.value, 256);
    for (let value = 0; value < 256; value++) histogram[value] += ofPiece[value];
  });
  return histogram;
}

/** The values that occur, ascending. Where all do, what comes after the last of them is not looked at. */
export function byteValues(bytes: Uint8Array): number[] {
  const occurs = new Uint8Array(256);
  eachPiece(bytes, ({ kernel }, place, length) => {
    const flags = new Uint8Array(kernel.memory.buffer, kernel.table.value, 256);
    flags.set(occurs);
    const all = kernel.note(place, length);
    occurs.set(flags);
    return all ? ENOUGH : undefined;
  });
  const values: number[] = [];
  for (let value = 0; value < 256; value++) if (occurs[value] === 1) values.push(value);
  return values;
}

/** Every byte through a table of 256, into an array of its own or a lent one. */
export function mapBytes(bytes: Uint8Array, replacements: Uint8Array): Uint8Array {
  const mapped = anyBytes(bytes.length);
  eachPiece(bytes, (memory, place, length, from) => {
    const { kernel } = memory;
    memory.bytes.set(replacements, kernel.table.value);
    const to = memory.placeOf(mapped);
    kernel.map(place, length, to === null ? place : to + from);
    if (to === null) mapped.set(memory.bytes.subarray(place, place + length), from);
  });
  return mapped;
}
