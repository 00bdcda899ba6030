import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import type { BitMask } from "./bitMask.js";
import { erodeModule } from "./erodeModule.js";

/** What `assembly/erode.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly mask: WasmGlobal;
  readonly left: WasmGlobal;
  reserve(words: number, rows: number, d: number): void;
  erode(d: number): void;
}

/** Words of the masks whose memory is kept for the next: it never shrinks. */
const LARGEST_KEPT = 1 << 20;

let kept: Kernel | undefined;

/** The mask after d erosions by 3 x 3. Outside the image is background. */
export function erode(mask: BitMask, d: number): BitMask {
  const { height, stride, words } = mask;
  const kernel = kept ?? instantiate<Kernel>(erodeModule);
  kept = words.length <= LARGEST_KEPT ? kernel : undefined;
  kernel.reserve(stride, height, d);
  const memory = new Int32Array(kernel.memory.buffer);
  memory.set(words, kernel.mask.value / 4);
  kernel.erode(d);
  const from = kernel.left.value / 4;
  return { ...mask, words: memory.slice(from, from + words.length) };
}
