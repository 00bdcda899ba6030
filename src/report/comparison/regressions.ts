import type { Score } from "../../core/score.js";
import { type Change, regressionsFirst } from "../../core/statistics/duel.js";
import { type Comparison, columnsOf } from "./comparison.js";

/** The images on which a model is worse than the baseline, the biggest regression first. */
export function regressions(comparison: Comparison, score: Score, model: number): readonly Change[] {
  const columns = columnsOf(comparison, score.id);
  return regressionsFirst(columns[0] ?? [], columns[model] ?? [], score.better).filter(
    ({ improvement }) => improvement < 0,
  );
}

/** How many of them are shown as pictures. */
const MOST_PICTURES = 6;

/** Those that are shown as pictures. */
export function picturedRegressions(comparison: Comparison, score: Score, model: number): readonly Change[] {
  return regressions(comparison, score, model).slice(0, MOST_PICTURES);
}
