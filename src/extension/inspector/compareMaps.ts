import { catalogue } from "../../core/catalogue.js";
import { compareConventions } from "../../core/conventions/index.js";
import { howRead } from "../../core/conventions/python.js";
import type { Settings } from "../../core/settings.js";
import type { MapComparisons } from "../../protocol/comparisons.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { Scorer } from "../../scoring/scorer.js";
import { scoreAlone } from "./loadScores.js";

/**
 * All conventions of a pair of label or instance maps, whose evidence the page does not have: the pair is read again.
 * @throws Error where that fails.
 */
export async function compareMaps(
  job: PairJob,
  settings: Settings,
  scorer: Pick<Scorer, "score">,
): Promise<MapComparisons> {
  const row = await scoreAlone(job, settings, scorer);
  if (!row) throw new Error(`${job.name} can no longer be read.`);
  const { evidence, readAs } = row;
  const scores = catalogue.filter(({ kinds }) => kinds.includes(evidence.kind));
  return {
    scores: Object.fromEntries(scores.map(({ id }) => [id, compareConventions(evidence, settings, id)])),
    read: howRead(evidence, readAs, settings),
  };
}
