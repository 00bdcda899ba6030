import type { BinaryMask, Raster } from "../core/raster.js";
import { FormatError, type StoredImage } from "./image.js";
import { kindBesides, kindOfIds } from "./kind.js";
import { blame } from "./read/blame.js";
import { readClassMaps } from "./read/classMaps.js";
import { type LabelReading, readLabels } from "./read/labels.js";
import { type ObjectReading, readObjects } from "./read/objects.js";
import type { ReadOptions } from "./read/options.js";
import { type PredictionReading, readPrediction } from "./read/prediction.js";
import { readTruth, SEVERAL_IDS } from "./read/truth.js";

export type { LabelReading, ObjectReading, ReadOptions };

/** A pair read as binary masks, and how. */
export interface BinaryReading {
  readonly kind: "binary";
  readonly truth: BinaryMask;
  /** Its meaning is "probability". */
  readonly prediction: Raster;
  /** Short phrases, such as "0/255 mask" and "8-bit probability (v / 255)". */
  readonly readAs: { readonly truth: string; readonly prediction: string };
  /** Pixels of the stored truth between background and foreground: it was resized, or compressed with loss. */
  readonly grays: number;
  /** What the user should know about this reading; empty when nothing is odd. */
  readonly notes: readonly string[];
}

const SWAPPED =
  "the truth has many greys, as probabilities have, and the prediction but two values: are the two swapped?";

/** How a pair was read, by `kind`. */
export type PairReading = BinaryReading | LabelReading | ObjectReading;

/**
 * Decides what the stored values of a pair mean. Nothing is resized.
 * @throws FormatError when the sizes differ, or when the values are not those of the kind asked for.
 */
export function interpretPair(truth: StoredImage, prediction: StoredImage, options: ReadOptions): PairReading {
  if (truth.width !== prediction.width || truth.height !== prediction.height) throw sizeError(truth, prediction);
  if (options.kind === "labels") return readLabels(truth, prediction, options, null);
  if (options.kind === "objects") return readObjects(truth, prediction, options, null);
  const besides = options.kind === "auto" ? kindBesides(truth, prediction, options) : null;
  if (besides) return readAs(besides);
  const y = blame("truth", () => readTruth(onePlane(truth, "truth"), options));
  if (y === SEVERAL_IDS) return readAs(kindOfIds(truth, prediction, options));
  const p = blame("prediction", () => readForeground(prediction, options));
  return {
    kind: "binary",
    truth: y.mask,
    prediction: p.raster,
    grays: y.grays,
    readAs: { truth: y.readAs, prediction: p.readAs },
    notes: [
      ...(y.isSoft && p.isHard ? [SWAPPED] : []),
      ...y.notes.map((note) => `truth: ${note}`),
      ...p.notes.map((note) => `prediction: ${note}`),
    ],
  };

  function readAs({ kind, because }: ReturnType<typeof kindOfIds>): PairReading {
    return (kind === "labels" ? readLabels : readObjects)(truth, prediction, options, because);
  }
}

/** Two class maps are background and foreground. */
function readForeground(prediction: StoredImage, options: ReadOptions): PredictionReading {
  if (prediction.planes !== 2) return readPrediction(onePlane(prediction, "prediction"), options);
  const { maps, notes } = readClassMaps(prediction);
  const [, foreground] = maps;
  if (foreground === undefined) throw new RangeError("Two planes give two maps.");
  return { raster: foreground, isHard: false, readAs: `probability of class 1 of 2, ${prediction.layout}`, notes };
}

function onePlane(image: StoredImage, side: "truth" | "prediction"): StoredImage {
  const { planes, height, width } = image;
  if (planes === undefined) return image;
  throw new FormatError(
    `${side} holds ${planes} maps of ${height} x ${width}, a binary mask is one`,
    side === "truth" ? "Save class ids as one H x W array: a.argmax(0)." : "Save the map of the foreground, a[1].",
  );
}

function sizeError(truth: StoredImage, prediction: StoredImage): FormatError {
  const { planes } = prediction;
  const what = planes === undefined ? size(prediction) : `${planes} maps of ${size(prediction)}`;
  return new FormatError(`sizes differ: truth ${size(truth)}, prediction ${what}`, sizeRemedy(truth, prediction));
}

/** What networks whose strides do not divide the size gain or lose at an edge, pixels; more is another scale. */
const AT_AN_EDGE = 32;

function sizeRemedy(truth: StoredImage, { planes, width, height }: StoredImage): string {
  if (planes === truth.height && height === truth.width) {
    return `The array looks like H x W x C with ${width} classes: save numpy.moveaxis(a, -1, 0).`;
  }
  if (width === truth.height && height === truth.width)
    return "Width and height are exchanged: transpose the prediction.";
  const resize = "Resize the prediction to the truth's size before saving it (nearest neighbour for labels).";
  const [across, down] = [Math.abs(width - truth.width), Math.abs(height - truth.height)];
  const isPadded = across < AT_AN_EDGE && down < AT_AN_EDGE && 8 * across < truth.width && 8 * down < truth.height;
  return isPadded
    ? `${resize} If it was only padded or cropped, undo that instead: resizing would move every outline.`
    : resize;
}

function size({ width, height }: StoredImage): string {
  return `${width} x ${height}`;
}
