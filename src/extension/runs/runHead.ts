import type { EvidenceKind } from "../../core/evidence.js";
import type { Settings } from "../../core/settings.js";
import { isRecord, readSettings } from "../../report/readSettings.js";
import type { RunFolders } from "../run.js";

/** What the list of runs shows of one, without its rows. */
export interface RunHead {
  readonly id: string;
  readonly name: string;
  readonly folders: RunFolders;
  readonly settings: Settings;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** How long scoring took, where that is known. */
  readonly seconds?: number;
  readonly cancelled: boolean;
  /** Scored pairs, by kind. */
  readonly kinds: Readonly<Partial<Record<EvidenceKind, number>>>;
  /** Pairs and files that could not be scored. */
  readonly failures: number;
  /** Means over the pairs, by score. */
  readonly means: Readonly<Record<string, number | null>>;
  /** The scores file that it was opened from. */
  readonly source?: string;
  /** Its folder was followed while it was written. */
  readonly followed?: true;
}

/** Layout of the files; heads of another version are passed over. */
export const VERSION = 1;

export function headText(head: RunHead): string {
  return `${JSON.stringify({ version: VERSION, ...head })}\n`;
}

/** Reads a head. @returns undefined for what is none: the file was damaged, or another version wrote it. */
export function parseHead(text: string): RunHead | undefined {
  const value = parsed(text);
  if (!isRecord(value) || value.version !== VERSION || !isRecord(value.folders)) return undefined;
  const { id, name, folders, startedAt, seconds, cancelled, kinds, failures, means, source, followed } = value;
  const settings = readSettings(value.settings);
  const { predictions, truth } = folders;
  if (typeof id !== "string" || typeof name !== "string" || typeof startedAt !== "number") return undefined;
  if (typeof predictions !== "string" || typeof truth !== "string" || !settings) return undefined;
  return {
    id,
    name,
    folders: { predictions, truth },
    settings,
    startedAt,
    ...(typeof seconds === "number" && { seconds }),
    cancelled: cancelled === true,
    kinds: isRecord(kinds) ? numbers(kinds) : {},
    failures: typeof failures === "number" ? failures : 0,
    means: isRecord(means) ? { ...nulls(means), ...numbers(means) } : {},
    ...(typeof source === "string" && { source }),
    ...(followed === true && { followed }),
  };
}

function numbers(record: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}

function nulls(record: Readonly<Record<string, unknown>>): Record<string, null> {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === null ? [[key, null]] : [])));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
