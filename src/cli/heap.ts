import { setFlagsFromString } from "node:v8";

/** A worker takes longer to start. */
const EVERY_MS = 1;
let saidAt = Number.NEGATIVE_INFINITY;

/**
 * Keeps the heap near what it holds. Left alone, the nursery grows to 32 MB with the names and rows that stay, and the rest to twice
 * what is in use: the peak of 10,000 pairs of 101 x 101 is 245 MB then, and 145 MB so, for a little more time (measured).
 *
 * V8 reads both as the heap grows. The first holds until a worker starts, which sets it back; a nursery never shrinks.
 */
export function keepHeapSmall(): void {
  const now = performance.now();
  if (now - saidAt < EVERY_MS) return;
  saidAt = now;
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
}
