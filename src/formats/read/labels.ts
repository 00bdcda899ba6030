import type { LabelClass } from "../../core/labels/classes.js";
import type { Raster, Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { blame } from "./blame.js";
import { argmax, idsOfPlanes, readClassMaps } from "./classMaps.js";
import { isColourCoded, readColours, unknownColours } from "./colours.js";
import { readIds } from "./idMap.js";
import type { ReadOptions } from "./options.js";
import { listed, pixelsHave } from "./words.js";

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
/** Up to this id the classes are all from 0 on, so that the index of a class is its id. */
const LARGEST_INDEX = 255;

/** Class ids of one file. */
interface Side {
  readonly samples: Uint8Array | Uint16Array;
  readonly source: string;
  /** Colours that are no class, in words; their pixels hold `none`. */
  readonly unknown: string | null;
  readonly none: number | null;
}

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
  const soft = "maps" in predicted ? predicted : null;
  const held = "maps" in predicted ? [] : idsIn(predicted);
  const ignore = options.ignore ?? voidOf([...idsIn(y), ...held], options.classes);
  const isClass = ({ id }: LabelClass) => id !== ignore;
  const inOrder =
    options.classes?.filter(isClass) ??
    numbered(prediction.planes === undefined ? [...idsIn(y), ...held] : [prediction.planes - 1]).filter(isClass);
  const classes = [...inOrder].sort((a, b) => a.id - b.id);
  const planes = soft && blame("prediction", () => idsOfPlanes(prediction, inOrder));
  const samples = "maps" in predicted ? argmax(predicted.maps, planes ?? []) : predicted.samples;
  const raster = (stored: Samples): Raster => ({ width, height, samples: stored, meaning: "class", maximum: 65535 });
  const probabilities = soft && classes.map(({ id }) => soft.maps[planes?.indexOf(id) ?? -1]);
  return {
    kind: "labels",
    truth: raster(y.samples),
    prediction: raster(samples),
    ...(probabilities && { probabilities: complete(probabilities) }),
    classes,
    ignore,
    readAs: {
      truth: `class ids, ${y.source}${has(y.samples, ignore) ? `, ${ignore} = void (ignored)` : ""}${because === null ? "" : `: ${because}`}`,
      prediction: "maps" in predicted ? predicted.readAs : `class ids, ${predicted.source}`,
    },
    notes: [
      ...truthNotes(y, classes, ignore, options),
      ...("maps" in predicted
        ? predicted.notes.map((note) => `prediction: ${note}`)
        : predictionNotes(y, predicted, classes)),
    ],
  };
}

function readSide(side: string, image: StoredImage, { classes }: ReadOptions): Side {
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

function idsIn({ samples, none }: Side): number[] {
  const seen = new Uint8Array(1 << 16);
  for (let i = 0; i < samples.length; i++) seen[samples[i] as number] = 1;
  return Array.from(seen.keys()).filter((id) => seen[id] === 1 && id !== none);
}

/** 255 where it can be no class: none is listed, and no id is larger. */
function voidOf(ids: readonly number[], classes: readonly LabelClass[] | undefined): number | null {
  if (classes?.some(({ id }) => id === VOID)) return null;
  return ids.every((id) => id <= VOID) || classes ? VOID : null;
}

/** The classes of a pair without a list. */
function numbered(ids: readonly number[]): LabelClass[] {
  const present = [...new Set(ids)].filter((id) => id !== VOID || ids.some((other) => other > VOID));
  const largest = present.reduce((most, id) => Math.max(most, id), 0);
  if (largest > LARGEST_INDEX) return present.map((id) => ({ id }));
  return Array.from({ length: (present.length === 0 ? -1 : largest) + 1 }, (_, id) => ({ id }));
}

function complete(maps: ReadonlyArray<Raster | undefined>): readonly Raster[] {
  return maps.filter((map) => map !== undefined);
}

const has = (samples: Samples, id: number | null) => id !== null && samples.some((value) => value === id);

function truthNotes(
  { samples, unknown, none }: Side,
  classes: readonly LabelClass[],
  ignore: number | null,
  options: ReadOptions,
): string[] {
  const isIgnored = (id: number) => id === ignore;
  const isClass = classTest(classes);
  const voids = countWhere(samples, isIgnored);
  const others = countWhere(samples, (id) => !isClass(id) && id !== ignore && id !== none);
  return [
    ...(voids > 0 && options.ignore !== null ? [`${pixelsHave(voids)} the ignored value ${ignore}`] : []),
    ...(voids > 0 && options.ignore === null
      ? [`${pixelsHave(voids)} the value ${ignore}: read as void and left out`]
      : []),
    ...(others > 0
      ? [`${pixelsHave(others)} values that are no class (${valuesOutside(samples, isClass, ignore, none)}): left out`]
      : []),
    ...(unknown === null
      ? []
      : [`${pixelsHave(countWhere(samples, (id) => id === none))} colours that no class has (${unknown}): left out`]),
  ].map((note) => `truth: ${note}`);
}

function predictionNotes(truth: Side, { samples, unknown, none }: Side, classes: readonly LabelClass[]): string[] {
  const isClass = classTest(classes);
  let [others, colours] = [0, 0];
  const values = new Set<number>();
  for (let i = 0; i < samples.length; i++) {
    const id = samples[i] as number;
    if (isClass(id) || !isClass(truth.samples[i] as number)) continue;
    if (id === none) colours++;
    else {
      others++;
      values.add(id);
    }
  }
  const missed = "counted as missed by the class of the truth";
  return [
    ...(others > 0
      ? [`${pixelsHave(others)} values that are no class (${listed([...values].sort((a, b) => a - b))}): ${missed}`]
      : []),
    ...(unknown === null ? [] : [`${pixelsHave(colours)} colours that no class has (${unknown}): ${missed}`]),
  ].map((note) => `prediction: ${note}`);
}

function classTest(classes: readonly LabelClass[]): (id: number) => boolean {
  const table = new Uint8Array(1 << 16);
  for (const { id } of classes) table[id] = 1;
  return (id) => table[id] === 1;
}

function countWhere(samples: Samples, test: (id: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < samples.length; i++) if (test(samples[i] as number)) count++;
  return count;
}

function valuesOutside(
  samples: Samples,
  isClass: (id: number) => boolean,
  ignore: number | null,
  none: number | null,
): string {
  const values = new Set<number>();
  for (const id of samples) if (!isClass(id) && id !== ignore && id !== none) values.add(id);
  return listed([...values].sort((a, b) => a - b));
}
