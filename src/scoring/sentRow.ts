import { mapTallies } from "../core/evidence.js";
import { BYTE_LEVELS } from "../core/tally.js";
import type { Row } from "../report/row.js";
import type { PairJob } from "./pairJob.js";

/** Stands for the levels that all 8-bit tallies share: as a message they would be copied, and no longer be the same. */
const SHARED = new Float64Array(0);

/** A row for another thread, which knows its job. */
export function sentRow(scored: Row): Row {
  if (scored.status === "failed") return scored;
  const row = { ...scored, name: "", prediction: "", truth: "" };
  if (row.evidence.kind !== "binary") return row;
  const evidence = mapTallies(row.evidence, (tally) =>
    tally.levels === BYTE_LEVELS ? { ...tally, levels: SHARED } : tally,
  );
  return { ...row, evidence };
}

/** A row of a job from another thread, or another time. What it has in common with its job and with other rows is kept once. */
export function receivedRow(row: Row, { name, prediction, truth }: PairJob): Row {
  if (row.status === "failed") return row;
  const readAs = { truth: shared(row.readAs.truth), prediction: shared(row.readAs.prediction) };
  const common = { ...row, name, prediction, truth, readAs };
  if (row.evidence.kind !== "binary") return common;
  const evidence = mapTallies(row.evidence, (tally) =>
    tally.levels.length === 0 && tally.negatives.length > 0 ? { ...tally, levels: BYTE_LEVELS } : tally,
  );
  return { ...common, evidence };
}

const phrases = new Map<string, string>();

/** The same string as before where it came before: a message brings copies. */
function shared(phrase: string): string {
  const known = phrases.get(phrase);
  if (known !== undefined) return known;
  if (phrases.size < 1000) phrases.set(phrase, phrase);
  return phrase;
}
