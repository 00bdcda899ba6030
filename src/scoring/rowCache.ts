import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Settings } from "../core/settings.js";
import type { Row } from "../report/row.js";
import { build } from "./build.js";
import { makeFolder } from "./makeFolder.js";
import type { PairJob } from "./pairJob.js";
import { receivedRow, sentRow } from "./sentRow.js";

/** To load it takes more than a millisecond a thread (measured); runs without a cache never need it. */
const crypto = (): typeof import("node:crypto") => require("node:crypto");

/** What a file of the cache holds. */
interface Entry {
  /** What it is the score of, in full: names of files are digests. */
  readonly key: string;
  readonly row: Row;
}

export const ENTRY = ".row";

/** Whether a file of a folder is the cache's: people name a folder that holds others, too. */
export function isOfCache(name: string): boolean {
  return /^(?:[\da-f]{40}\.row|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp)$/.test(name);
}

/** A file may change twice within one tick of its clock: what is younger than this is not trusted to stay. */
const YOUNG_MS = 2000;

export const YOUNG = Symbol("young");

/**
 * What a pair's row depends on: paths, sizes and times of its files, the settings, and the build that scores.
 *
 * @returns null where a file cannot be looked at; {@link YOUNG} where one is so young that the next change might not show.
 */
export function keyOf(job: PairJob, settings: Settings, now = Date.now()): string | typeof YOUNG | null {
  const paths = [job.truth, ...(job.classMaps?.map(({ file }) => file) ?? [job.prediction])];
  try {
    const files = paths.map((path) => {
      const { size, mtimeMs, ctimeMs } = statSync(path);
      return { path: resolve(path), size, mtimeMs, ctimeMs };
    });
    if (files.some(({ mtimeMs }) => Math.abs(now - mtimeMs) < YOUNG_MS)) return YOUNG;
    return JSON.stringify({ build, files, ids: job.classMaps?.map(({ id }) => id), settings });
  } catch {
    return null;
  }
}

/** The row that was kept under a key; null where there is none, or only a damaged one. */
export function recall(folder: string, key: string, job: PairJob): Row | null {
  const file = fileOf(folder, key);
  try {
    const entry: Entry = deserialize(readFileSync(file));
    if (entry.key !== key) return null;
    const now = new Date();
    utimesSync(file, now, now);
    return receivedRow(entry.row, job);
  } catch {
    return null;
  }
}

/**
 * Keeps a row. Written beside its place and moved there, so that no other process ever reads half of it. A cache that
 * cannot be written costs time, no scores.
 */
export function keep(folder: string, key: string, row: Row): void {
  if (row.status === "failed") return;
  const file = fileOf(folder, key);
  const entry: Entry = { key, row: sentRow(row) };
  try {
    makeFolder(folder);
    const fresh = join(folder, `${crypto().randomUUID()}.tmp`);
    writeFileSync(fresh, serialize(entry));
    renameSync(fresh, file);
  } catch {
    return;
  }
}

function fileOf(folder: string, key: string): string {
  return join(folder, crypto().createHash("sha256").update(key).digest("hex").slice(0, 40) + ENTRY);
}
