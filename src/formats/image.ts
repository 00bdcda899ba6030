import type { Samples } from "../core/raster.js";

/** A decoded file, values exactly as stored; what they mean is decided later, by `interpret.ts`. */
export interface StoredImage {
  readonly width: number;
  readonly height: number;
  /** Interleaved samples a pixel: 1 gray or palette index, 3 RGB, 4 RGBA. */
  readonly channels: 1 | 3 | 4;
  /** Bits a sample in the file: 1, 2, 4, 8, 16 for PNG; 8, 16, 32, 64 for arrays. */
  readonly bits: number;
  readonly samples: Samples;
  /** Number of maps of width x height that lie one after the other in `samples`: one a class. One map where absent. */
  readonly planes?: number;
  /** Class id of each plane, where the files say; else in the order of the classes. */
  readonly planeIds?: readonly number[];
  /** `[r, g, b]` by index, where the file stores palette indices. */
  readonly palette?: ReadonlyArray<readonly [number, number, number]>;
  /** Format and layout in words, e.g. "PNG, gray, 8 bit". */
  readonly layout: string;
}

/** A file that cannot be read, or cannot be read as a mask. The message names the cause, `remedy` what to do. */
export class FormatError extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    /** Which file of a pair is to blame, where that is known. */
    readonly side?: "truth" | "prediction",
  ) {
    super(message);
    this.name = "FormatError";
  }
}
