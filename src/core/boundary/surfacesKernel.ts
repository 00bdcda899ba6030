import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import type { BitMask } from "./bitMask.js";
import { surfacesModule } from "./surfacesModule.js";

/** What `assembly/surfaces/index.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly first: WasmGlobal;
  readonly second: WasmGlobal;
  readonly lengths: WasmGlobal;
  readonly squares: WasmGlobal;
  readonly weights: WasmGlobal;
  readonly far: WasmGlobal;
  readonly farCount: WasmGlobal;
  reserve(height: number, stride: number): void;
  toEdges(): number;
  toOutline(): number;
  fromFirst(): number;
  fromSecond(): number;
}

/** Points near the other surface, by squared distance; bit x & 31 of word x >> 5 of a row of `far` is a point that is not. */
export interface NearPoints {
  readonly squares: Float64Array;
  readonly weights: Float64Array;
  /** As many words a row as the masks have; null where there is no such point. */
  readonly far: Int32Array | null;
}

/** Words of the masks whose memory is kept for the next: it never shrinks. */
const LARGEST_KEPT = 1 << 19;

let kept: Kernel | undefined;

/**
 * Weighs the points of two surfaces by their distance to the other.
 *
 * @param lengths of an outline's corners, by code: points are these, else edge pixels.
 * @returns from the first and from the second; null where a surface has no points.
 */
export function weighNear(
  first: BitMask,
  second: BitMask,
  lengths?: Float64Array,
): { fromFirst: NearPoints; fromSecond: NearPoints } | null {
  const kernel = kept ?? instantiate<Kernel>(surfacesModule);
  kept = first.words.length <= LARGEST_KEPT ? kernel : undefined;
  kernel.reserve(first.height, first.stride);
  const words = new Int32Array(kernel.memory.buffer);
  words.set(first.words, kernel.first.value / 4);
  words.set(second.words, kernel.second.value / 4);
  if (lengths) new Float64Array(kernel.memory.buffer).set(lengths, kernel.lengths.value / 8);
  const areBoth = lengths ? kernel.toOutline() : kernel.toEdges();
  if (!areBoth) return null;
  const near = (count: number): NearPoints => {
    const numbers = ({ value }: WasmGlobal) => new Float64Array(kernel.memory.buffer, value, count).slice();
    const from = kernel.far.value / 4;
    return {
      squares: numbers(kernel.squares),
      weights: numbers(kernel.weights),
      far: kernel.farCount.value > 0 ? words.slice(from, from + (first.height + 1) * first.stride) : null,
    };
  };
  return { fromFirst: near(kernel.fromFirst()), fromSecond: near(kernel.fromSecond()) };
}
