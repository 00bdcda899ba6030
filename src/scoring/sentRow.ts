import { mapTallies } from "../core/evidence.js";
import { BYTE_LEVELS } from "../core/tally.js";
import type { Row } from "../report/row.js";

/** Stands for the levels that all 8-bit tallies share: as a message they would be copied, and no longer be the same. */
const SHARED = new Float64Array(0);

/** A row for another thread. */
export function sentRow(row: Row): Row {
  if (row.status === "failed" || row.evidence.kind !== "binary") return row;
  const evidence = mapTallies(row.evidence, (tally) =>
    tally.levels === BYTE_LEVELS ? { ...tally, levels: SHARED } : tally,
  );
  return { ...row, evidence };
}

/** A row from another thread. */
export function receivedRow(row: Row): Row {
  if (row.status === "failed" || row.evidence.kind !== "binary") return row;
  const evidence = mapTallies(row.evidence, (tally) =>
    tally.levels.length === 0 && tally.negatives.length > 0 ? { ...tally, levels: BYTE_LEVELS } : tally,
  );
  return { ...row, evidence };
}
