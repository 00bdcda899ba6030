import { readFile, rename, writeFile } from "node:fs/promises";
import { isRecord } from "../../report/readSettings.js";
import type { TrendPoint } from "../../scoring/follow/trend.js";

/** What is kept of following a folder beside its run. */
export interface FollowRecord {
  /** The followed folder: the run is of its latest epoch. */
  readonly folder: string;
  readonly truth: string;
  /** It was being followed when the window closed. */
  readonly isWatching: boolean;
  readonly hasEpochs: boolean;
  readonly points: readonly TrendPoint[];
}

export async function writeRecord(file: string, record: FollowRecord): Promise<void> {
  await writeFile(`${file}.part`, JSON.stringify(record));
  await rename(`${file}.part`, file);
}

/** Undefined where there is none, or none of ours. */
export async function readRecord(file: string): Promise<FollowRecord | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    if (!isRecord(value) || typeof value.folder !== "string" || typeof value.truth !== "string") return undefined;
    const { folder, truth, isWatching, hasEpochs, points } = value;
    const list = Array.isArray(points) && points.every(isPoint) ? points.map(withSet) : [];
    return { folder, truth, isWatching: isWatching === true, hasEpochs: hasEpochs === true, points: list };
  } catch {
    return undefined;
  }
}

/** Earlier versions did not say whether a point is of the images of the one before. */
const withSet = (point: StoredPoint): TrendPoint => ({ ...point, isSameSet: point.isSameSet !== false });

type StoredPoint = Omit<TrendPoint, "isSameSet"> & { readonly isSameSet?: unknown };

function isPoint(value: unknown): value is StoredPoint {
  if (!isRecord(value)) return false;
  const { at, n, means, shared } = value;
  const isShared = isRecord(shared) && isRecord(shared.before) && isRecord(shared.now) && isRecord(shared.n);
  return typeof at === "number" && typeof n === "number" && isRecord(means) && (shared === null || isShared);
}
