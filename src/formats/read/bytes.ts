import { instantiate, type WasmGlobal, type WasmMemory } from "../../core/instantiate.js";
import { anyBytes } from "../recycled.js";
import { bytesModule } from "./bytesModule.js";

/** What `core/assembly/bytes.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly counts: WasmGlobal;
  readonly table: WasmGlobal;
  readonly bytes: WasmGlobal;
  reserve(count: number): void;
  count(): void;
  map(): void;
  note(): number;
}

/** Bytes that are handed over together, so that the memory of the kernel stays small. */
const PIECE = 1 << 16;

const ENOUGH = Symbol("enough");

let loaded: Kernel | undefined;

/** Hands bytes to the kernel, piece by piece, each with where it begins, until a visit says that it is enough. */
function eachPiece(bytes: Uint8Array, visit: (kernel: Kernel, from: number, length: number) => unknown): void {
  loaded ??= instantiate<Kernel>(bytesModule);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    loaded.reserve(piece.length);
    new Uint8Array(loaded.memory.buffer).set(piece, loaded.bytes.value);
    if (visit(loaded, from, piece.length) === ENOUGH) return;
  }
}

/** How often each byte occurs, by value. */
export function byteHistogram(bytes: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  eachPiece(bytes, ({ memory, counts, count }) => {
    count();
    const ofPiece = new Uint32Array(memory.buffer, counts.value, 256);
    for (let value = 0; value < 256; value++) histogram[value] += ofPiece[value];
  });
  return histogram;
}

/** The values that occur, ascending. Where all do, what comes after the last of them is not looked at. */
export function byteValues(bytes: Uint8Array): number[] {
  const occurs = new Uint8Array(256);
  eachPiece(bytes, ({ memory, table, note }) => {
    const flags = new Uint8Array(memory.buffer, table.value, 256);
    flags.set(occurs);
    const all = note();
    occurs.set(flags);
    return all ? ENOUGH : undefined;
  });
  return Array.from(occurs.keys()).filter((value) => occurs[value] === 1);
}

/** Every byte through a table of 256, into an array of its own. */
export function mapBytes(bytes: Uint8Array, replacements: Uint8Array): Uint8Array {
  const mapped = anyBytes(bytes.length);
  eachPiece(bytes, ({ memory, table, bytes: start, map }, from, length) => {
    const view = new Uint8Array(memory.buffer);
    view.set(replacements, table.value);
    map();
    mapped.set(view.subarray(start.value, start.value + length), from);
  });
  return mapped;
}
