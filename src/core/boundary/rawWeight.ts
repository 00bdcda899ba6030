/** Weight of a pixel whose window has the foreground fraction a, before scaling: highest at a = 1/2. */
export function rawWeight(fraction: number): number {
  return 5 * Math.exp(-5 * Math.abs(fraction - 0.5));
}

/** Of a window that is all background or all foreground: most of most images. */
export const FLAT = rawWeight(0);
