import {
  FALSE_NEGATIVE,
  FALSE_POSITIVE,
  type Thumbnail,
  TRUE_NEGATIVE,
  TRUE_POSITIVE,
  thumbnail,
} from "../core/maps/thumbnail.js";
import { FOREGROUND, IGNORED } from "../core/raster.js";
import type { Settings } from "../core/settings.js";
import type { PairReading } from "../formats/interpret.js";
import type { ReadAs } from "../report/row.js";
import type { PairJob } from "./pairJob.js";
import { readPair } from "./readPair.js";

const LEFT_OUT = 4;
/** Longer side, pixels: what the filmstrip shows on a screen of twice the usual density. */
const EDGE = 128;

export interface PairThumbnail extends Thumbnail {
  /** How the files were read: it is a picture of what was scored only where that was the same. */
  readonly readAs: ReadAs;
}

/** The errors of a pair, small. Null for a pair that cannot be read: the ranking says why. */
export function thumbnailOfPair(job: PairJob, settings: Settings, edge = EDGE): PairThumbnail | null {
  try {
    const reading = readPair(job, settings);
    const { width, height } = reading.truth;
    return { ...thumbnail(codes(reading, settings.threshold), width, height, edge), readAs: reading.readAs };
  } catch {
    return null;
  }
}

function codes(reading: PairReading, threshold: number): (pixel: number) => number {
  if (reading.kind === "binary") {
    const { pixels } = reading.truth;
    const { samples, maximum } = reading.prediction;
    return (i) => (pixels[i] === IGNORED ? LEFT_OUT : code(pixels[i] === FOREGROUND, samples[i] / maximum > threshold));
  }
  const { ignore } = reading;
  const [truth, prediction] = [reading.truth.samples, reading.prediction.samples];
  const isLabels = reading.kind === "labels";
  return (i) => {
    const [t, p] = [truth[i], prediction[i]];
    if (t === ignore) return LEFT_OUT;
    // A wrong class where there is one at all: it is predicted, and should not be.
    if (isLabels && t !== p && p !== 0) return FALSE_POSITIVE;
    return code(t !== 0, p !== 0);
  };
}

function code(truth: boolean, predicted: boolean): number {
  if (truth) return predicted ? TRUE_POSITIVE : FALSE_NEGATIVE;
  return predicted ? FALSE_POSITIVE : TRUE_NEGATIVE;
}
