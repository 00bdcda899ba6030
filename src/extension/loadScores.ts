import type { Settings } from "../core/settings.js";
import type { PairScores } from "../protocol/pairView.js";
import type { Row, ScoredRow } from "../report/row.js";
import type { PairJob } from "../scoring/pairJob.js";
import type { Scorer } from "../scoring/scorer.js";
import { type LoadContext, mapFiles } from "./loadPair.js";

/** A scored pair of label or instance maps, whose pixels the page does not draw; undefined for binary masks. */
export function scoresView(
  row: Omit<ScoredRow, "evidence">,
  settings: Settings,
  { display, uri, position }: Pick<LoadContext, "display" | "uri" | "position">,
): PairScores | undefined {
  const { name, kind, width, height, readAs, notes, scores } = row;
  if (kind === "binary") return undefined;
  const place = position(row);
  return {
    name,
    kind,
    width,
    height,
    readAs,
    notes,
    scores,
    settings,
    files: mapFiles(row, display),
    uris: mapFiles(row, uri),
    ...(place && { position: place }),
  };
}

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
