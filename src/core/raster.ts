/** What one stored sample stands for. */
export type Meaning = "probability" | "class" | "object";

export type Samples = Uint8Array | Uint16Array | Float32Array | Float64Array;

/** A mask: row-major samples, one a pixel, exactly as stored. A probability is `sample / maximum`. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly samples: Samples;
  readonly meaning: Meaning;
  /** The stored value that stands for probability 1 (255, 65535, 1 …); the highest id for class and object maps. */
  readonly maximum: number;
}

/** Truth of one pixel in a {@link BinaryMask}. The joint index of a pixel is `truth << 8 | prediction`. */
export const BACKGROUND = 0;
export const FOREGROUND = 1;
/** Left out of every sum, map and distance. */
export const IGNORED = 2;

/** A binary ground truth: one byte a pixel, {@link BACKGROUND}, {@link FOREGROUND} or {@link IGNORED}. */
export interface BinaryMask {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}
