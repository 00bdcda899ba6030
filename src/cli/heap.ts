import { setFlagsFromString } from "node:v8";

/**
 * Keeps the heap near what it holds, instead of letting it grow to twice that; for a little more time. V8 reads the limits
 * as the heap grows.
 */
export function keepHeapSmall(): void {
  keepNurserySmall();
  setFlagsFromString("--heap-growing-percent=30");
}

/**
 * Keeps the nursery of the heap as large as it is: with names and rows that stay it would grow to 32 MB, and it never shrinks.
 * This holds until a worker starts, which sets it back.
 */
export function keepNurserySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
