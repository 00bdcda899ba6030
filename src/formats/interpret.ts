import type { BinaryMask, Raster } from "../core/raster.js";
import { FormatError, type StoredImage } from "./image.js";
import type { ReadOptions } from "./read/options.js";
import { readPrediction } from "./read/prediction.js";
import { readTruth } from "./read/truth.js";

export type { ReadOptions };

/** A pair read as binary masks, and how. */
export interface BinaryReading {
  readonly kind: "binary";
  readonly truth: BinaryMask;
  /** Its meaning is "probability". */
  readonly prediction: Raster;
  /** Short phrases, such as "0/255 mask" and "8-bit probability (v / 255)". */
  readonly readAs: { readonly truth: string; readonly prediction: string };
  /** What the user should know about this reading; empty when nothing is odd. */
  readonly notes: readonly string[];
}

/** How a pair was read, by `kind`. */
export type PairReading = BinaryReading;

/**
 * Decides what the stored values of a pair mean. Nothing is resized.
 * @throws FormatError when the sizes differ, or when the values are not those of the kind asked for.
 */
export function interpretPair(truth: StoredImage, prediction: StoredImage, options: ReadOptions): PairReading {
  if (options.kind === "labels" || options.kind === "objects") {
    throw new FormatError(`kind "${options.kind}" is not supported yet`, "Use --kind auto or --kind binary.");
  }
  if (truth.width !== prediction.width || truth.height !== prediction.height) {
    throw new FormatError(
      `sizes differ: truth ${size(truth)}, prediction ${size(prediction)}`,
      "Resize the prediction to the truth's size before saving it (nearest neighbour for labels).",
    );
  }
  const y = sideOf("truth", () => readTruth(truth, options));
  const p = sideOf("prediction", () => readPrediction(prediction, options));
  return {
    kind: "binary",
    truth: y.mask,
    prediction: p.raster,
    readAs: { truth: y.readAs, prediction: p.readAs },
    notes: [...y.notes.map((note) => `truth: ${note}`), ...p.notes.map((note) => `prediction: ${note}`)],
  };
}

/** Says of a refusal which file it is about. */
function sideOf<Result>(side: "truth" | "prediction", read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof FormatError ? new FormatError(error.message, error.remedy, side) : error;
  }
}

function size({ width, height }: StoredImage): string {
  return `${width} x ${height}`;
}
