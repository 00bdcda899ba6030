import type { Raster, Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { isWithin, takeValues, type Values } from "./census.js";
import { type Channel, oneChannel } from "./channel.js";
import { labelMapError } from "./ids.js";
import type { ReadOptions } from "./options.js";
import { grayOf, invertedNote, isGrayRamp } from "./palette.js";
import { grouped, listed, pixelsHave, shown } from "./words.js";

export interface PredictionReading {
  /** Its meaning is "probability". */
  readonly raster: Raster;
  /** No pixel is in between. */
  readonly isHard: boolean;
  readonly readAs: string;
  readonly notes: readonly string[];
}

interface Reading {
  readonly samples: Samples;
  readonly maximum: number;
  readonly readAs: string;
  readonly note?: string | null;
}

/** As many ids as a segmentation model commonly has; a probability map that never exceeds 31 / 255 is unlikely. */
const LARGEST_SUSPECT = 31;

/**
 * Reads a stored image as foreground probabilities: `sample / maximum`. Two-valued files are hard masks.
 * @throws FormatError for floats outside 0 to 1 and for colour-coded or palette label maps.
 */
export function readPrediction(image: StoredImage, options: ReadOptions): PredictionReading {
  const channel = oneChannel("prediction", image, options.kind === "binary");
  const census = takeValues(channel.samples);
  const { samples, maximum, readAs, note } = readValues(channel, census, options);
  return {
    raster: { width: image.width, height: image.height, samples, meaning: "probability", maximum },
    isHard: isWithin(samples === channel.samples ? census : takeValues(samples), 0, maximum),
    readAs: channel.readAs ?? channel.prefix + readAs,
    notes: note == null ? [] : [note],
  };
}

function readValues(channel: Channel, census: Values, options: ReadOptions): Reading {
  const { samples, bits, palette } = channel;
  if (samples instanceof Float32Array || samples instanceof Float64Array) return readFloats(samples, bits, census);
  if (palette !== undefined) return readPalette(samples, palette, census, options);
  if (samples instanceof Uint16Array) return readWide(samples, bits, census);
  return readGray(samples, bits, census);
}

function readGray(samples: Samples, bits: number, census: Values): Reading {
  const full = 2 ** bits - 1;
  if (isWithin(census, 0)) return { samples, maximum: full, readAs: "all 0" };
  if (bits === 1) return { samples, maximum: 1, readAs: "1-bit mask" };
  if (isWithin(census, 0, 1)) return { samples, maximum: 1, readAs: "0/1 mask (1 = foreground)" };
  if (isWithin(census, 0, full)) return { samples, maximum: full, readAs: `0/${full} mask` };
  const readAs = `${bits}-bit probability (v / ${full})`;
  return { samples, maximum: full, readAs, note: bits === 8 ? suspicion(census) : null };
}

/** What is odd about an 8-bit probability map, if anything. */
function suspicion(census: Values): string | null {
  if (census.values.length >= 3 && census.max <= LARGEST_SUSPECT) {
    return `looks like class ids (${listed(census.values)}), read as probabilities of at most ${shown(census.max / 255)}: save one probability or 0/255 a pixel`;
  }
  if (census.values.length === 2 && census.min === 0) {
    return `only 0 and ${census.max}, read as probability ${shown(census.max / 255)}: if ${census.max} means foreground, save 255`;
  }
  return null;
}

function readWide(samples: Samples, bits: number, census: Values): Reading {
  if (isWithin(census, 0)) return { samples, maximum: 65535, readAs: "all 0" };
  for (const maximum of [1, 255, 65535]) {
    if (isWithin(census, 0, maximum)) {
      return { samples, maximum, readAs: `0/${maximum} mask${maximum === 65535 ? "" : " (16-bit file)"}` };
    }
  }
  if (bits > 16) {
    throw new FormatError(
      `prediction has whole numbers up to ${census.max} in ${bits} bits: neither a mask nor probabilities`,
      "Save float32 probabilities, or uint8 values from 0 to 255; class ids need a truth with class ids.",
    );
  }
  const small = census.max <= 255;
  return {
    samples,
    maximum: 65535,
    readAs: "16-bit probability (v / 65535)",
    note: small ? `no value exceeds ${census.max}: 8-bit probabilities in a 16-bit file? Read as v / 65535` : null,
  };
}

function readPalette(
  samples: Samples,
  palette: NonNullable<StoredImage["palette"]>,
  census: Values,
  options: ReadOptions,
): Reading {
  const [index = 0, second] = census.values.filter((value) => value !== 0);
  if (index === 0) return { samples, maximum: 1, readAs: "all 0" };
  if (census.max > 1 && isGrayRamp(palette, census)) {
    const gray = grayOf(samples, palette);
    const values = readGray(gray, 8, takeValues(gray));
    return { ...values, readAs: `gray palette: ${values.readAs}` };
  }
  if (second === undefined) {
    const readAs = `palette, index ${index} = foreground`;
    return { samples, maximum: index, readAs, note: invertedNote(palette, index) };
  }
  if (options.kind === "auto") throw labelMapError("prediction", census);
  return {
    samples: Uint8Array.from(samples, (value) => (value === 0 ? 0 : 1)),
    maximum: 1,
    readAs: "every non-zero id = foreground",
    note: `${grouped(census.values.length)} palette indices are read as one foreground`,
  };
}

function readFloats(samples: Samples, bits: number, census: Values): Reading {
  const { min, max } = census;
  if (census.nans > 0) {
    throw new FormatError(`prediction: ${pixelsHave(census.nans)} the value NaN`, "Save a number for every pixel.");
  }
  if (min < 0 || max > 1) {
    const [guess, remedy] = explainRange(min, max);
    throw new FormatError(`prediction has values from ${shown(min)} to ${shown(max)}, not 0 to 1${guess}`, remedy);
  }
  if (isWithin(census, 0)) return { samples, maximum: 1, readAs: "all 0" };
  if (isWithin(census, 0, 1)) return { samples, maximum: 1, readAs: "0/1 mask (1 = foreground)" };
  return { samples, maximum: 1, readAs: `${bits}-bit float probability` };
}

function explainRange(min: number, max: number): [guess: string, remedy: string] {
  if (min > -1e-3 && max < 1 + 1e-3) return [" (rounding?)", "Clip to 0 and 1 before saving: numpy.clip(p, 0, 1)."];
  if (min < 0) return [": these look like logits", "Apply the sigmoid before saving."];
  if (max <= 255) return [": these look like 8-bit values", "Divide by 255 before saving, or save uint8."];
  return ["", "Save probabilities from 0 to 1, or uint8 or uint16 values."];
}
