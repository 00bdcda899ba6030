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

/** Weights of windows that reach beyond the image, as far as they were asked for. Pairs of a run share a kernel. */
export class EdgeWeights {
  private static last: EdgeWeights | null = null;
  /** By cells inside the image, then foreground; NaN where not known yet. */
  private readonly known: Float64Array[] = [];

  private constructor(private readonly kernel: number) {}

  static of(kernel: number): EdgeWeights {
    if (EdgeWeights.last?.kernel !== kernel) EdgeWeights.last = new EdgeWeights(kernel);
    return EdgeWeights.last;
  }

  of(hits: number, cells: number): number {
    // There are some kernel² / 8 numbers of cells: the tables of large windows would fill the memory.
    if (this.kernel > LARGEST_KEPT) return rawWeight(hits / cells);
    this.known[cells] ??= new Float64Array(cells + 1).fill(Number.NaN);
    const weights = this.known[cells];
    if (Number.isNaN(weights[hits])) weights[hits] = rawWeight(hits / cells);
    return weights[hits];
  }
}

/** At it, the tables take 9 MB. */
const LARGEST_KEPT = 64;

/** Of a window that is all background or all foreground: most of most images. */
export const FLAT = rawWeight(0);
