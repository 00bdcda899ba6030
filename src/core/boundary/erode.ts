import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import type { BitMask } from "./bitMask.js";
import { erodeModule } from "./erodeModule.js";

/** What `assembly/erode.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly first: WasmGlobal;
  readonly second: WasmGlobal;
  readonly left: WasmGlobal;
  readonly firstCount: WasmGlobal;
  readonly secondCount: WasmGlobal;
  readonly bothCount: WasmGlobal;
  reserve(words: number, rows: number, d: number): void;
  erode(d: number): void;
  countBands(d: number): void;
}

/** Words of the masks whose memory is kept for the next: it never shrinks. */
const LARGEST_KEPT = 1 << 20;

let kept: Kernel | undefined;

/** The mask after d erosions by 3 x 3. Outside the image is background. */
export function erode(mask: BitMask, d: number): BitMask {
  const kernel = reserved(mask, d);
  const memory = new Int32Array(kernel.memory.buffer);
  memory.set(mask.words, kernel.first.value / 4);
  kernel.erode(d);
  const from = kernel.left.value / 4;
  return { ...mask, words: memory.slice(from, from + mask.words.length) };
}

/** Pixels of each mask, and of both, that d erosions by 3 x 3 take away. */
export function countEroded(first: BitMask, second: BitMask, d: number): readonly [number, number, number] {
  const kernel = reserved(first, d);
  const memory = new Int32Array(kernel.memory.buffer);
  memory.set(first.words, kernel.first.value / 4);
  memory.set(second.words, kernel.second.value / 4);
  kernel.countBands(d);
  return [kernel.firstCount.value, kernel.secondCount.value, kernel.bothCount.value];
}

function reserved({ height, stride, words }: BitMask, d: number): Kernel {
  const kernel = kept ?? instantiate<Kernel>(erodeModule);
  kept = words.length <= LARGEST_KEPT ? kernel : undefined;
  kernel.reserve(stride, height, d);
  return kernel;
}
