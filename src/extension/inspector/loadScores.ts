import type { Settings } from "../../core/settings.js";
import type { Row, ScoredRow } from "../../report/row.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { Scorer } from "../../scoring/scorer.js";

/** Scores a pair that is in no run. @returns undefined where that fails. */
export async function scoreAlone(
  job: PairJob,
  settings: Settings,
  scorer: Pick<Scorer, "score">,
): Promise<ScoredRow | undefined> {
  const rows: Row[] = [];
  await scorer.score([job], settings, { onRow: (row) => rows.push(row) });
  return rows.find((row) => row.status === "scored");
}
