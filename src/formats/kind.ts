import { piecesOfIds } from "../core/objects/pieces.js";
import { FormatError, type StoredImage } from "./image.js";
import { blame } from "./read/blame.js";
import { takeCensus } from "./read/census.js";
import { isColourCoded, readColours } from "./read/colours.js";
import { type IdMap, idsOf, readIds } from "./read/idMap.js";
import { isIdLike, isPalette, looksLikeIds } from "./read/ids.js";
import type { ReadOptions } from "./read/options.js";

/** What a pair holds, and why it is thought so; null where the words for the source say it already. */
export interface Decision {
  readonly kind: "labels" | "objects";
  readonly because: string | null;
}

/** Class ids fit in a byte; above it they number objects. */
const LARGEST_CLASS = 255;
/** Share of the ids that are one piece, in a map of objects. Predicted objects fall apart more often. */
const NEARLY_ALL = 0.9;
const MOST = 0.7;
/** A byte holds class ids more often than object ids: it takes this many to be sure. */
const MANY = 20;

/**
 * What says that a pair is no pair of binary masks although its truth could be one, having one foreground value or none:
 * several class maps, values of listed classes, palettes, 16-bit objects.
 * @returns null where nothing says so.
 */
export function kindBesides(truth: StoredImage, prediction: StoredImage, options: ReadOptions): Decision | null {
  if (truth.planes !== undefined) return null;
  const { planes = 1, planeIds } = prediction;
  if (planes > 2 || planeIds) return { kind: "labels", because: "the prediction has a map a class" };
  if (holdsListedClasses(truth, prediction, options))
    return { kind: "labels", because: "values of the listed classes" };
  // The palette of a truth without foreground says nothing: its one colour is a shade of gray.
  if (truth.palette !== undefined && isPalette(prediction) && nonZero(prediction) > 1) {
    const [own, others] = [nonZero(truth), "the prediction has several indices"];
    if (own === 0 || (own === 1 && isPalette(truth))) return { kind: "labels", because: others };
  }
  if (isWideGray(truth) && isWideGray(prediction) && nonZero(truth) < 2 && takeCensus(truth.samples).max < 65535) {
    const ids = readIds("prediction", prediction);
    const isMap = idsOf(ids, null).length > 1 && looksLikeIds(ids.samples, truth.width, ids.census, 65535);
    if (isMap && onePieceShare(ids, truth, null) >= NEARLY_ALL) {
      return { kind: "objects", because: "the prediction numbers its pieces" };
    }
  }
  return null;
}

/**
 * Whether a pair whose truth holds several ids holds classes or objects.
 * @throws FormatError when the prediction holds neither.
 */
export function kindOfIds(truth: StoredImage, prediction: StoredImage, { ignore }: ReadOptions): Decision {
  if (prediction.planes !== undefined) return { kind: "labels", because: "the prediction has a map a class" };
  if (isPalette(truth)) return { kind: "labels", because: null };
  const y = blame("truth", () => readIds("truth", truth));
  const p = blame("prediction", () => predictedIds(prediction));
  const ids = idsOf(y, ignore);
  const largest = Math.max(...ids);
  if (largest > LARGEST_CLASS) return { kind: "objects", because: `ids up to ${largest}` };
  const inPieces = onePieceShare(y, truth, ignore) >= NEARLY_ALL;
  if (inPieces && y.wide) return { kind: "objects", because: "nearly every id is one piece" };
  const both = inPieces && ids.length >= 3 && idsOf(p, null).length >= 3 && onePieceShare(p, truth, null) >= MOST;
  if (both && ids.length >= MANY) return { kind: "objects", because: "many ids, nearly every one in one piece" };
  if (both && agreement(y, p) < 0.5) {
    return { kind: "objects", because: "nearly every id is one piece, and the prediction numbers them otherwise" };
  }
  return { kind: "labels", because: `ids up to ${largest}` };
}

/** Ids, where a map of greys would be probabilities. */
function predictedIds(image: StoredImage): IdMap {
  const remedy =
    "Save class or object ids, or C x H x W class probabilities as .npy; read as binary (--kind binary; setting maskInspector.kind), every non-zero id of the truth is foreground.";
  const isFloat = image.samples instanceof Float32Array || image.samples instanceof Float64Array;
  if (isFloat && !image.samples.every(Number.isInteger)) {
    throw new FormatError("prediction is one map of probabilities, but the truth holds several ids", remedy);
  }
  const ids = readIds("prediction", image);
  if (image.channels > 1 || isIdLike(image)) return ids;
  throw new FormatError("prediction looks like probabilities, but the truth holds several ids", remedy);
}

/**
 * Whether the truth has colours of listed classes, or every value is a listed class or void, and the prediction holds
 * ids too. A truth of 0 and void alone is a 0/255 mask unless the prediction holds listed classes.
 */
function holdsListedClasses(truth: StoredImage, prediction: StoredImage, { classes, ignore }: ReadOptions): boolean {
  if (!classes) return false;
  if (isColourCoded(truth, classes)) {
    const { ids, none } = readColours(truth, classes);
    return ids.some((id) => id !== none);
  }
  if (truth.channels > 1 || prediction.planes !== undefined) return false;
  const listed = new Set(classes.map(({ id }) => id));
  const { values, complete } = takeCensus(truth.samples);
  if (!complete || !values.every((value) => listed.has(value) || value === (ignore ?? 255))) return false;
  if (isColourCoded(prediction, classes)) return true;
  if (!isIdLike(prediction)) return false;
  const predicted = takeCensus(prediction.samples).values.filter((value) => value !== 0);
  const isMask = values.length > 1 && values.every((value) => value === 0 || !listed.has(value));
  return predicted.length === 0 ? !isMask : predicted.some((value) => listed.has(value));
}

const isWideGray = ({ bits, channels, palette, samples }: StoredImage) =>
  samples instanceof Uint16Array && bits === 16 && channels === 1 && palette === undefined;

function nonZero({ samples }: StoredImage): number {
  return takeCensus(samples).values.filter((value) => value !== 0).length;
}

/** Share of the ids whose pixels are connected. */
function onePieceShare(map: IdMap, { width, height }: StoredImage, ignore: number | null): number {
  const pieces = piecesOfIds(map.samples, width, height);
  const ids = idsOf(map, ignore);
  return ids.filter((id) => pieces.get(id) === 1).length / Math.max(1, ids.length);
}

/** Share of the pixels with an id on both sides where it is the same id. */
function agreement(truth: IdMap, prediction: IdMap): number {
  let [same, both] = [0, 0];
  for (let i = 0; i < truth.samples.length; i++) {
    if (truth.samples[i] === 0 || prediction.samples[i] === 0) continue;
    both++;
    if (truth.samples[i] === prediction.samples[i]) same++;
  }
  return both === 0 ? 1 : same / both;
}
