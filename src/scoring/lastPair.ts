import { statSync } from "node:fs";
import type { Settings } from "../core/settings.js";
import type { BinaryReading } from "../formats/interpret.js";
import type { PairJob } from "./pairJob.js";
import { readBinaryPair } from "./readPair.js";

let last: { readonly key: string; readonly reading: BinaryReading } | undefined;

/**
 * The pair, read again only when it is another one, its files changed, or the settings that decide how it is read: what
 * is studied of a pair is asked many times.
 */
export function readPairOnce(job: PairJob, settings: Settings): BinaryReading {
  const { kind, ignore, classes } = settings;
  const key = JSON.stringify([job, kind, ignore, classes, ...[job.prediction, job.truth].map(versionOf)]);
  if (last?.key !== key) last = { key, reading: readBinaryPair(job, settings) };
  return last.reading;
}

/** A file that cannot be looked at has no version; reading it says why. */
function versionOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : "";
}
