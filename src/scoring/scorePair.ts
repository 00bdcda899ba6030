import { evaluate, gatherEvidence } from "../core/evaluate.js";
import type { Settings } from "../core/settings.js";
import type { Row } from "../report/row.js";
import type { PairJob } from "./pairJob.js";
import { failedRow, readPair } from "./readPair.js";

/** Scores one pair. Never throws: a pair that cannot be scored is a row with the reason. */
export function scorePair(job: PairJob, settings: Settings): Row {
  try {
    const { truth, prediction, readAs, notes, kind } = readPair(job, settings);
    const evidence = gatherEvidence(truth, prediction, settings);
    return {
      status: "scored",
      ...job,
      width: truth.width,
      height: truth.height,
      kind,
      readAs,
      notes,
      evidence,
      scores: evaluate(evidence, settings),
    };
  } catch (error) {
    return failedRow(job, error);
  }
}
