import type { Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { type Census, takeCensus } from "./census.js";
import { oneChannel } from "./channel.js";
import { pixelsHave, shown } from "./words.js";

/** A stored image read as ids: class ids or object ids. */
export interface IdMap {
  readonly samples: Uint8Array | Uint16Array;
  readonly census: Census;
  /** Integers of a type that class ids are seldom stored in: they need no 16 bits. */
  readonly wide: boolean;
  /** Where the ids come from, in words: "palette", "8 bit", "NPY, int64". */
  readonly source: string;
}

const LARGEST_ID = 65535;

/** @throws FormatError for colour-coded images, for values that are no whole numbers, and for those over 65,535. */
export function readIds(side: string, image: StoredImage): IdMap {
  const { samples, bits, palette, prefix, readAs } = oneChannel(side, image, false);
  const source = palette === undefined ? (image.layout.startsWith("NPY") ? image.layout : `${bits} bit`) : "palette";
  const ids = wholeNumbers(side, samples);
  return {
    samples: ids,
    census: takeCensus(ids),
    // Class ids of NumPy are int64 as argmax gives them; labelled images of scipy and scikit-image are int32.
    wide: ids instanceof Uint16Array && samples === ids && bits < 64,
    source: readAs ?? prefix + source,
  };
}

function wholeNumbers(side: string, samples: Samples): Uint8Array | Uint16Array {
  if (samples instanceof Uint8Array || samples instanceof Uint16Array) return samples;
  const { nans, min, max } = takeCensus(samples);
  if (nans > 0) throw notIds(side, `${pixelsHave(nans)} the value NaN`);
  if (min < 0 || max > LARGEST_ID) throw notIds(side, `values from ${shown(min)} to ${shown(max)}`);
  const ids = Uint16Array.from(samples);
  const fraction = samples.find((value, i) => value !== ids[i]);
  if (fraction !== undefined) throw notIds(side, `values such as ${shown(fraction)}`);
  return ids;
}

function notIds(side: string, what: string): FormatError {
  return new FormatError(
    `${side} is not a map of ids: ${what}`,
    `Save whole numbers from 0 to ${LARGEST_ID}, one a pixel: uint8 or uint16.`,
  );
}

/** Ids beside 0 and the one to ignore. */
export function idsOf({ census }: IdMap, ignore: number | null): number[] {
  return census.values.filter((value) => value !== 0 && value !== ignore);
}
