import { BACKGROUND, type BinaryMask, FOREGROUND, IGNORED, type Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { mapBytes } from "./bytes.js";
import { type Census, takeCensus } from "./census.js";
import { type Channel, oneChannel } from "./channel.js";
import { looksLikeIds } from "./ids.js";
import type { ReadOptions } from "./options.js";
import { grayOf, invertedNote, isGrayRamp } from "./palette.js";
import { pixelsHave, shown } from "./words.js";

export interface TruthReading {
  readonly mask: BinaryMask;
  /** It holds many greys, which were split in their middle. */
  readonly isSoft: boolean;
  readonly readAs: string;
  readonly notes: readonly string[];
  /** Pixels that are neither 0 nor the highest value: interpolated, or compressed with loss. */
  readonly grays: number;
}

/** The truth holds several ids: class ids or object ids. */
export const SEVERAL_IDS = "several ids";

/** An anti-aliased edge has as many greys as this; a map of probabilities has more. */
const FEW_GREYS = 32;

/** Foreground is `value > above`; `ignored` is left out. */
interface Rule {
  readonly above: number;
  readonly ignored: number | null;
  readonly readAs: string;
  readonly notes: readonly string[];
  readonly grays?: number;
}

/**
 * Reads a stored image as a binary ground truth.
 * @returns {@link SEVERAL_IDS} when it holds more than one kind of foreground and `options.kind` does not say to merge
 * them.
 * @throws FormatError when it holds no mask.
 */
export function readTruth(image: StoredImage, options: ReadOptions): TruthReading | typeof SEVERAL_IDS {
  const channel = oneChannel("truth", image, options.kind === "binary");
  let { samples, palette } = channel;
  let census = takeCensus(samples);
  if (palette !== undefined && census.max > 1 && isGrayRamp(palette, census)) {
    [samples, palette] = [grayOf(samples, palette), undefined];
    census = takeCensus(samples);
  }
  const rule = chooseRule({ ...channel, samples, palette }, image.width, census, options);
  if (rule === SEVERAL_IDS) return SEVERAL_IDS;
  const pixels = paint(samples, rule);
  const readAs = channel.readAs ?? channel.prefix + rule.readAs;
  return {
    mask: { width: image.width, height: image.height, pixels },
    isSoft: rule.above > 0 && census.values.length > FEW_GREYS,
    readAs,
    notes: rule.notes,
    grays: rule.grays ?? 0,
  };
}

function chooseRule(channel: Channel, width: number, all: Census, options: ReadOptions): Rule | typeof SEVERAL_IDS {
  if (all.nans > 0) throw notAMask(`${pixelsHave(all.nans)} the value NaN`);
  if (all.min < 0 || all.max === Number.POSITIVE_INFINITY) {
    throw notAMask(`values from ${shown(all.min)} to ${shown(all.max)}`);
  }
  const ignored = channel.readAs === null ? options.ignore : null;
  const census = without(all, ignored);
  const left = all.total - census.total;
  const notes = left === 0 ? [] : [`${pixelsHave(left)} the ignored value ${ignored}`];
  const rule = (above: number, readAs: string, note?: string | null): Rule => ({
    above,
    ignored,
    readAs: left === 0 ? readAs : `${readAs}, ${ignored} = ignored`,
    notes: note == null ? notes : [...notes, note],
  });
  const nonZero = census.values.filter((value) => value !== 0);
  if (census.total === 0) return rule(0, "empty");
  if (census.complete && nonZero.length === 0)
    return rule(0, "empty (all 0)", left === 0 ? null : nothingLeft(ignored));
  const [value = 0, second] = nonZero;
  if (census.complete && second === undefined) {
    const inverted = channel.palette === undefined ? null : invertedNote(channel.palette, value);
    return rule(0, twoValued(channel, value, nonZero.length === census.values.length), inverted);
  }
  const isVoid = ignored === null && census.complete && nonZero.length === 2 && value === 1 && second === 255;
  if (isVoid && !(channel.samples instanceof Float32Array || channel.samples instanceof Float64Array)) {
    const voids = census.counts[census.counts.length - 1] ?? 0;
    return {
      above: 0,
      ignored: 255,
      readAs: "0/1 mask, 255 = ignored",
      notes: [`${pixelsHave(voids)} the value 255 beside 0 and 1: read as void and left out`],
    };
  }
  const ids =
    channel.palette !== undefined || looksLikeIds(channel.samples, width, census, fullRange(channel, census.max));
  if (ids && options.kind === "auto") return SEVERAL_IDS;
  if (ids) {
    const hint =
      ignored === null && census.values.includes(255)
        ? "; 255 is often void: --ignore 255 (setting maskInspector.ignoreId) leaves it out"
        : "";
    return rule(0, "every non-zero id = foreground", `${nonZero.length} ids are read as one foreground${hint}`);
  }
  const grays = countGrays(channel.samples, census.max, ignored);
  const half = shown(census.max / 2);
  const found = `${pixelsHave(grays)} grey values between 0 and ${shown(census.max)}`;
  const note = `${found}: resized or anti-aliased? Foreground is > ${half}`;
  return { ...rule(census.max / 2, `several greys (> ${half} = foreground)`, note), grays };
}

/** A 0/255 mask whose 255 is ignored, as a habit of label maps has it, has no foreground. */
function nothingLeft(ignored: number | null): string {
  return `nothing but 0 is left beside the ignored ${ignored}, so the truth has no foreground: if ${ignored} is the foreground, do not ignore it`;
}

function twoValued({ bits, samples, palette }: Channel, value: number, everywhere: boolean): string {
  if (everywhere) return `all ${shown(value)} = all foreground`;
  if (palette !== undefined) return `palette, index ${value} = foreground`;
  if (bits === 1 && samples instanceof Uint8Array) return "1-bit mask";
  if (value === 1) return "0/1 mask (1 = foreground)";
  if (value === 255 || value === 65535) return `0/${value} mask`;
  return `two values, 0 and ${shown(value)} (${shown(value)} = foreground)`;
}

/** The highest value that the samples can hold; for floats and wide integers the range that their maximum suggests. */
function fullRange({ samples, bits }: Channel, max: number): number {
  // Wide integers hold what a byte or two could.
  const isNarrow = bits <= 16 && (samples instanceof Uint8Array || samples instanceof Uint16Array);
  if (isNarrow) return 2 ** bits - 1;
  return max <= 1 ? 1 : max <= 255 ? 255 : 65535;
}

function countGrays(samples: Samples, max: number, ignored: number | null): number {
  let between = 0;
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] as number;
    if (value !== 0 && value !== max && value !== ignored) between++;
  }
  return between;
}

function without(census: Census, ignored: number | null): Census {
  const at = ignored === null ? -1 : census.values.indexOf(ignored);
  if (at < 0) return census;
  const values = census.values.toSpliced(at, 1);
  const counts = census.counts.toSpliced(at, 1);
  return {
    ...census,
    values,
    counts,
    min: values[0] ?? 0,
    max: values[values.length - 1] ?? 0,
    total: census.total - (census.counts[at] ?? 0),
  };
}

function paint(samples: Samples, { above, ignored }: Rule): Uint8Array {
  const classOf = (value: number) => (value === ignored ? IGNORED : value > above ? FOREGROUND : BACKGROUND);
  if (samples instanceof Uint8Array)
    return mapBytes(
      samples,
      Uint8Array.from({ length: 256 }, (_, v) => classOf(v)),
    );
  const pixels = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i++) pixels[i] = classOf(samples[i]);
  return pixels;
}

function notAMask(what: string): FormatError {
  return new FormatError(`truth is not a mask: ${what}`, "Save the ground truth as 0 and 255, or as 0 and 1.");
}
