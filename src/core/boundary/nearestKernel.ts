import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import { nearestModule } from "./nearestModule.js";
import type { Places } from "./points.js";

/** What `assembly/nearest.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly points: WasmGlobal;
  readonly targets: WasmGlobal;
  readonly squares: WasmGlobal;
  reserve(points: number, targets: number, width: number, height: number): void;
  find(): void;
}

/** A byte for every place around: larger images are left to the search by column. */
const LARGEST = (1 << 15) - 1;
/** Pixels of the images whose memory is kept for the next: it never shrinks. */
const LARGEST_KEPT = 1 << 24;

/** Stands for a square where no target is near. */
export const NOT_NEAR = -1;

let kept: Kernel | undefined;

/**
 * Squared distances from points to the nearest target, by a look along the row of each.
 *
 * @returns one for each point, {@link NOT_NEAR} where no target is near; it is overwritten by the next call. Null for
 * coordinates that are too large.
 */
export function nearSquares(points: Places, targets: Places): Int32Array | null {
  const [width, height] = [1 + largest(points.xs, targets.xs), 1 + largest(points.ys, targets.ys)];
  if (Math.max(width, height) > LARGEST) return null;
  const kernel = kept ?? instantiate<Kernel>(nearestModule);
  kept = width * height <= LARGEST_KEPT ? kernel : undefined;
  const [count, targetCount] = [points.xs.length, targets.xs.length];
  kernel.reserve(count, targetCount, width, height);
  const numbers = new Int32Array(kernel.memory.buffer);
  for (const [{ xs, ys }, start] of [
    [points, kernel.points.value],
    [targets, kernel.targets.value],
  ] as const) {
    numbers.set(xs, start / 4);
    numbers.set(ys, start / 4 + xs.length);
  }
  kernel.find();
  return numbers.subarray(kernel.squares.value / 4, kernel.squares.value / 4 + count);
}

function largest(first: Int32Array, second: Int32Array): number {
  let most = 0;
  for (let i = 0; i < first.length; i++) most = Math.max(most, first[i]);
  for (let i = 0; i < second.length; i++) most = Math.max(most, second[i]);
  return most;
}
