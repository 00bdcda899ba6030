import { catalogue } from "../core/catalogue.js";
import type { Scores } from "../core/evaluate.js";
import type { EvidenceKind } from "../core/evidence.js";
import { schema } from "./json.js";
import { isRecord, readSettings } from "./readSettings.js";
import type { Report } from "./report.js";
import type { FailedRow, Unmatched } from "./row.js";
import type { Summary } from "./summary.js";

const kinds: readonly EvidenceKind[] = ["binary", "labels", "objects"];

/** A file that is no scores file; the message says in what respect. */
export class ScoresFileError extends Error {
  readonly remedy = "Open a JSON file that `mask-inspector score --json` or Export Scores wrote.";
}

/**
 * Reads what `toJson` wrote: here, or on another machine. Scores that this version does not know are left out.
 *
 * @throws ScoresFileError for any other text.
 */
export function readScores(text: string): Report {
  const document = parse(text);
  if (!isRecord(document) || document.schema !== schema) {
    const given = isRecord(document) && typeof document.schema === "string" ? `its schema is ${document.schema}` : "";
    throw new ScoresFileError(`This is no file of scores${given && `: ${given}, not ${schema}`}.`);
  }
  const { pairs, failures, unmatched, summary } = document;
  const settings = readSettings(document.settings);
  if (!settings) throw new ScoresFileError("The settings in this file of scores are none that this version knows.");
  if (!Array.isArray(pairs)) throw new ScoresFileError("This file of scores has no list of pairs.");
  return {
    settings,
    rows: pairs.map(readRow),
    failures: list(failures).flatMap(readFailure),
    unmatched: readUnmatched(unmatched),
    summary: readSummary(summary),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ScoresFileError(`This is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readRow(value: unknown, index: number): Report["rows"][number] {
  const wrong = (what: string) => new ScoresFileError(`Pair ${index + 1} of this file of scores ${what}.`);
  if (!isRecord(value)) throw wrong("is no pair");
  const { name, prediction, truth, width, height, readAs, notes, scores } = value;
  const kind = kinds.find((known) => known === value.kind);
  if (typeof name !== "string" || typeof prediction !== "string" || typeof truth !== "string")
    throw wrong("lacks its name or its files");
  if (typeof width !== "number" || typeof height !== "number" || !kind) throw wrong("lacks its size or its kind");
  if (!isRecord(scores)) throw wrong("lacks its scores");
  const read = isRecord(readAs) ? readAs : {};
  return {
    // What else a pair has (classes, confusion, values by threshold) is shown as it is.
    ...(value as Partial<Report["rows"][number]>),
    status: "scored",
    name,
    prediction,
    truth,
    width,
    height,
    kind,
    readAs: { prediction: String(read.prediction ?? ""), truth: String(read.truth ?? "") },
    notes: list(notes).map(String),
    scores: readValues(scores),
  };
}

function readValues(scores: Readonly<Record<string, unknown>>): Scores {
  return Object.fromEntries(
    catalogue.flatMap(({ id }) => {
      const value = scores[id];
      return value === null || typeof value === "number" ? [[id, value]] : [];
    }),
  );
}

function readFailure(value: unknown): FailedRow[] {
  if (!isRecord(value)) return [];
  const { name, file, reason, prediction, truth } = value;
  return [
    {
      status: "failed",
      name: String(name),
      file: String(file ?? ""),
      ...(typeof prediction === "string" && { prediction }),
      ...(typeof truth === "string" && { truth }),
      reason: String(reason ?? ""),
      remedy: "",
    },
  ];
}

function readUnmatched(value: unknown): Unmatched {
  const sides = isRecord(value) ? value : {};
  return { predictions: list(sides.predictions).map(String), truth: list(sides.truth).map(String) };
}

/** The summary is shown as it stands; a file without one has no means. */
function readSummary(value: unknown): Summary {
  const whole = isRecord(value) && isRecord(value.macro) && isRecord(value.micro);
  return whole ? (value as unknown as Summary) : { macro: {}, micro: {} };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
