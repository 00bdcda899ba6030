import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import { packModule } from "./packModule.js";

/** What `assembly/pack.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly bytes: WasmGlobal;
  readonly bits: WasmGlobal;
  reserve(width: number, height: number, stride: number): void;
  pack(above: number, upTo: number): void;
}

/** Pixels of the images whose memory is kept for the next: it never shrinks. */
const LARGEST_KEPT = 1 << 24;

let kept: Kernel | undefined;

/**
 * One bit a byte, set for the values above one and up to another. Bit x & 31 of word x >> 5 of a row is byte x.
 *
 * @param stride words a row; 0 where they lie beyond it.
 */
export function packBytes(
  bytes: Uint8Array,
  width: number,
  height: number,
  stride: number,
  [above, upTo]: readonly [number, number],
): Int32Array {
  const kernel = kept ?? instantiate<Kernel>(packModule);
  kept = bytes.length <= LARGEST_KEPT ? kernel : undefined;
  kernel.reserve(width, height, stride);
  const { memory } = kernel;
  new Uint8Array(memory.buffer).set(bytes, kernel.bytes.value);
  kernel.pack(above, upTo);
  return new Int32Array(memory.buffer, kernel.bits.value, stride * height).slice();
}
