/** Weight of a pixel whose window has the foreground fraction a, before scaling: highest at a = 1/2. */
export function rawWeight(fraction: number): number {
  return 5 * Math.exp(-5 * Math.abs(fraction - 0.5));
}

let ofLastKernel: Float64Array = new Float64Array(0);

/** Weights of a kernel x kernel window inside the image, by its foreground pixels. Pairs of a run share a kernel. */
export function wholeWeights(kernel: number): Float64Array {
  const cells = kernel * kernel;
  if (ofLastKernel.length !== cells + 1) {
    ofLastKernel = Float64Array.from({ length: cells + 1 }, (_, hits) => rawWeight(hits / cells));
  }
  return ofLastKernel;
}

/** Of a window that is all background or all foreground: most of most images. */
export const FLAT = rawWeight(0);
