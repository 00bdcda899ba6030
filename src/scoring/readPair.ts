import type { Settings } from "../core/settings.js";
import { timed } from "../core/timings.js";
import { decode } from "../formats/decode.js";
import { FormatError, type StoredImage } from "../formats/image.js";
import { type BinaryReading, interpretPair, type PairReading } from "../formats/interpret.js";
import { stackClassMaps } from "../formats/stack.js";
import { sentence } from "../report/report.js";
import type { FailedRow } from "../report/row.js";
import { fileBytes } from "./fileBytes.js";
import type { ClassMapFile, PairJob } from "./pairJob.js";
import { unreadable } from "./unreadable.js";

/** A pair that cannot be scored, with the file to blame. */
export class PairError extends Error {
  constructor(
    readonly file: string,
    reason: string,
    readonly remedy: string,
  ) {
    super(reason);
    this.name = "PairError";
  }
}

/** Reads and decodes both files of a pair, and says how they were read. Synchronous: it runs in a worker. */
export function readPair(job: PairJob, { kind, ignore, classes }: Settings): PairReading {
  const truth = readImage(job.truth);
  const prediction = job.classMaps ? readClassMaps(job.classMaps) : readImage(job.prediction);
  const options = { kind, ignore, ...(classes && { classes }) };
  return blame(job, () => timed("interpret", () => interpretPair(truth, prediction, options)));
}

/** @throws PairError when the pair holds class or object ids. */
export function readBinaryPair(job: PairJob, settings: Settings): BinaryReading {
  const reading = readPair(job, settings);
  if (reading.kind === "binary") return reading;
  const what = reading.kind === "labels" ? "class ids" : "object ids";
  throw new PairError(
    job.prediction,
    `This is a pair of ${what} (${reading.readAs.truth}); the inspector shows binary masks only`,
    "Its scores are in the ranking and in the exported files. As one foreground it can be inspected with the kind binary.",
  );
}

function readClassMaps(maps: readonly ClassMapFile[]): StoredImage {
  const images = maps.map(({ id, file }) => ({ id, image: readImage(file) }));
  const [first] = maps;
  return blame({ prediction: first?.file ?? "", truth: "" }, () => stackClassMaps(images));
}

function readImage(file: string): StoredImage {
  return blame({ prediction: file, truth: file }, () => {
    const bytes = timed("read", () => fileBytes(file));
    return timed("decode, the rest", () => decode(file, bytes));
  });
}

/** Turns whatever reading throws into a {@link PairError} that names one of the two files. */
function blame<Result>(files: Pick<PairJob, "prediction" | "truth">, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const file = error instanceof FormatError && error.side ? files[error.side] : files.prediction;
    if (error instanceof FormatError) throw new PairError(file, sentence(error.message), error.remedy);
    const trouble = unreadable(file, error);
    if (trouble) throw new PairError(file, trouble.reason, trouble.remedy);
    throw new PairError(
      file,
      `Reading failed: ${error instanceof Error ? error.message : String(error)}`,
      "Open the file in an image viewer to see whether it is whole.",
    );
  }
}

/** The row that stands for a pair that threw. */
export function failedRow({ name, prediction, truth }: PairJob, error: unknown): FailedRow {
  const pair = { status: "failed", name, prediction, truth } as const;
  if (error instanceof PairError) return { ...pair, file: error.file, reason: error.message, remedy: error.remedy };
  return {
    ...pair,
    file: prediction,
    reason: `Scoring failed: ${error instanceof Error ? error.message : String(error)}`,
    remedy: "Score it alone to see whether it fails again.",
  };
}
