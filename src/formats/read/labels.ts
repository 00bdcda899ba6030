import type { LabelClass } from "../../core/labels/classes.js";
import type { Raster, Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { blame } from "./blame.js";
import { takeCensus } from "./census.js";
import { argmax, type ClassMaps, idsOfPlanes, readClassMaps } from "./classMaps.js";
import { isColourCoded, readColours, unknownColours } from "./colours.js";
import { readIds } from "./idMap.js";
import { isIdLike } from "./ids.js";
import { type LabelSide, predictionNotes, truthNotes } from "./labelNotes.js";
import type { ReadOptions } from "./options.js";
import { grouped } from "./words.js";

/** A pair read as label maps, and how. */
export interface LabelReading {
  readonly kind: "labels";
  /** Its meaning is "class". Values that are no class are left out. */
  readonly truth: Raster;
  /** Its meaning is "class". Values that are no class are missed by the class of the truth. */
  readonly prediction: Raster;
  /** A probability map a class, where the prediction holds them; `prediction` is the class of the highest. */
  readonly probabilities?: readonly Raster[];
  /** Ascending ids. */
  readonly classes: readonly LabelClass[];
  /** Truth value that is left out, or null. */
  readonly ignore: number | null;
  readonly readAs: { readonly truth: string; readonly prediction: string };
  readonly notes: readonly string[];
}

/** The customary id of pixels that have no class (Pascal VOC, Cityscapes). */
const VOID = 255;
/**
 * Time and memory of a pair grow with the square of its classes, which every class may be confused with: with so many a pair
 * takes 32 MB and some two seconds, with 30,000 minutes and gigabytes. The largest lists of classes in use have some 1,200.
 */
const MOST_CLASSES = 2048;
/** Up to this id the classes are all from 0 on, so that the index of a class is its id. */
const LARGEST_INDEX = 255;

/**
 * Reads both files as class ids, or the prediction as probabilities of classes.
 * @param because why the pair is read so, where it was not said; added to the words.
 * @throws FormatError for colours without a list, and for files that hold no ids.
 */
export function readLabels(
  truth: StoredImage,
  prediction: StoredImage,
  options: ReadOptions,
  because: string | null,
): LabelReading {
  const { width, height } = truth;
  const y = blame("truth", () => readSide("truth", truth, options));
  const predicted = blame("prediction", () =>
    prediction.planes === undefined ? readSide("prediction", prediction, options) : readClassMaps(prediction),
  );
  const offered = "maps" in predicted ? planeNumbers(prediction) : idsIn(predicted);
  const ids = [...idsIn(y), ...offered];
  const ignore = options.ignore ?? voidOf(ids, options.classes);
  const isCounted = (id: number) => id !== ignore;
  const inOrder = (
    options.classes ?? ("maps" in predicted ? offered.map((id) => ({ id })) : numbered(ids.filter(isCounted)))
  ).filter(({ id }) => isCounted(id));
  refuseMany(inOrder.length, idsIn(y).length < offered.length ? "prediction" : "truth");
  const classes = [...inOrder].sort((a, b) => a.id - b.id);
  if ("maps" in predicted && !options.classes) blame("truth", () => refuseOthers(idsIn(y).filter(isCounted), classes));
  const raster = (samples: Samples): Raster => ({ width, height, samples, meaning: "class", maximum: 65535 });
  const reading = {
    kind: "labels",
    truth: raster(y.samples),
    classes,
    ignore,
    readAs: { truth: truthWords(y, ignore, because), prediction: predictionWords(predicted) },
  } as const;
  if (!("maps" in predicted)) {
    const notes = [
      ...truthNotes(y, classes, ignore, options.ignore),
      ...predictionNotes(y, predicted, classes),
      ...likeProbabilities(prediction, options),
    ];
    return { ...reading, prediction: raster(predicted.samples), notes };
  }
  // An ignored class may have a map too.
  const mapped = options.classes?.length === prediction.planes ? options.classes : inOrder;
  const planes = blame("prediction", () => idsOfPlanes(prediction, mapped ?? inOrder));
  const mapOf = new Map(predicted.maps.map((map, plane) => [planes[plane], map]));
  return {
    ...reading,
    prediction: raster(argmax(predicted.maps, planes)),
    probabilities: classes.map(({ id }) => blame("prediction", () => mapOf.get(id) ?? refuseMissing(id))),
    notes: [...truthNotes(y, classes, ignore, options.ignore), ...predicted.notes.map((note) => `prediction: ${note}`)],
  };
}

/** One map of greys that was read as ids because the user said so. */
function likeProbabilities(prediction: StoredImage, { kind, classes }: ReadOptions): string[] {
  if (kind !== "labels" || classes || isIdLike(prediction)) return [];
  const { length } = takeCensus(prediction.samples).values;
  return [
    `prediction: ${grouped(length)} values that look like probabilities are read as as many class ids, because label maps were asked for (--kind labels; setting maskInspector.kind): as probabilities of one class they need binary`,
  ];
}

const planeNumbers = ({ planes = 1, planeIds }: StoredImage): readonly number[] =>
  planeIds ?? Array.from({ length: planes }, (_, plane) => plane);

function truthWords({ samples, source }: LabelSide, ignore: number | null, because: string | null): string {
  const hasVoid = ignore !== null && samples.some((id) => id === ignore);
  return `class ids, ${source}${hasVoid ? `, ${ignore} = void (ignored)` : ""}${because === null ? "" : `: ${because}`}`;
}

function predictionWords(predicted: LabelSide | ClassMaps): string {
  return "maps" in predicted ? predicted.readAs : `class ids, ${predicted.source}`;
}

function refuseMany(count: number, side: "truth" | "prediction"): void {
  if (count <= MOST_CLASSES) return;
  throw new FormatError(
    `${grouped(count)} classes, and label maps may have ${grouped(MOST_CLASSES)}: are the values ids of objects, or probabilities?`,
    "Read objects with --kind objects, probabilities of one class with --kind binary (setting maskInspector.kind).",
    side,
  );
}

function refuseOthers(ids: readonly number[], classes: readonly LabelClass[]): void {
  const others = ids.filter((id) => !classes.some((entry) => entry.id === id));
  if (others.length === 0) return;
  throw new FormatError(
    `truth has class ids up to ${Math.max(...others)}, the prediction has ${classes.length} class maps`,
    "Save one map a class, background included, or say which ids count (--classes FILE; setting maskInspector.classes).",
  );
}

function refuseMissing(id: number): never {
  throw new FormatError(`the prediction has no map of class ${id}`, "Save one map a class, background included.");
}

function readSide(side: string, image: StoredImage, { classes }: ReadOptions): LabelSide {
  if (image.planes !== undefined) {
    throw new FormatError(
      `${side} holds ${image.planes} maps of ${image.height} x ${image.width}`,
      "Save class ids as one H x W array, for example a.argmax(0).",
    );
  }
  if (classes === undefined || !isColourCoded(image, classes)) {
    const { samples, source } = readIds(side, image);
    return { samples, source, unknown: null, none: null };
  }
  const { ids, none, unknown } = readColours(image, classes);
  return {
    samples: ids,
    source: "colours",
    unknown: unknown.length === 0 ? null : unknownColours(unknown),
    none: unknown.length === 0 ? null : none,
  };
}

function idsIn({ samples, none }: LabelSide): number[] {
  const seen = new Uint8Array(1 << 16);
  for (let i = 0; i < samples.length; i++) seen[samples[i] as number] = 1;
  return Array.from(seen.keys()).filter((id) => seen[id] === 1 && id !== none);
}

/** 255 where it can be no class: none is listed, and no id is larger. */
function voidOf(ids: readonly number[], classes: readonly LabelClass[] | undefined): number | null {
  if (classes) return classes.some(({ id }) => id === VOID) ? null : VOID;
  return ids.every((id) => id <= VOID) ? VOID : null;
}

/** The classes of a pair without a list: from 0 to the largest id, or just the ids where they are large. */
function numbered(ids: readonly number[]): readonly LabelClass[] {
  const largest = ids.reduce((most, id) => Math.max(most, id), -1);
  const all = largest > LARGEST_INDEX ? new Set(ids) : Array.from({ length: largest + 1 }, (_, id) => id);
  return Array.from(all, (id) => ({ id }));
}
