import { losses } from "./losses/index.js";
import { bestIou, bestThresholdScore } from "./metrics/bestThreshold.js";
import { boundaryMetrics } from "./metrics/boundary.js";
import { brier, ece15, nll } from "./metrics/calibration.js";
import { labelMetrics } from "./metrics/labels.js";
import { objectScores } from "./metrics/objects.js";
import { overlapMetrics } from "./metrics/overlap.js";
import { averagePrecision, rocAuc } from "./metrics/ranking.js";
import { meanIou, meanIouTwoClasses } from "./metrics/thresholds.js";
import type { Score } from "./score.js";

const [iou, ...otherOverlap] = overlapMetrics;

/** Every score, in the order shown on screen and written to files. */
export const catalogue: readonly Score[] = [
  ...losses,
  iou,
  meanIou,
  meanIouTwoClasses,
  bestThresholdScore,
  bestIou,
  ...otherOverlap,
  rocAuc,
  averagePrecision,
  brier,
  nll,
  ece15,
  ...boundaryMetrics,
  ...labelMetrics,
  ...objectScores,
];

const byId = new Map(catalogue.map((score) => [score.id, score]));

export function isScoreId(id: unknown): boolean {
  return typeof id === "string" && byId.has(id);
}

/** @throws RangeError for an id that is not in the catalogue. */
export function scoreById(id: string): Score {
  const score = byId.get(id);
  if (!score) throw new RangeError(`There is no score "${id}".`);
  return score;
}
