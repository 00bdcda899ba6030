import { scoreById } from "../core/catalogue.js";
import { duel } from "../core/statistics/duel.js";
import { comparable } from "../core/statistics/improvement.js";
import { leaderboard } from "../core/statistics/leaderboard.js";
import { type Comparison, columnsOf, microOf } from "./comparison/comparison.js";
import type { Figure, Gate } from "./gate.js";
import type { Report } from "./report.js";

/** What a gate looks at in a report; null where it is undefined. */
export function reportFigure({ what }: Gate, report: Report): number | null {
  if ("count" in what) return countOf(what.count, report);
  const { figure, score } = what;
  if (figure === "micro") return report.summary.micro[score] ?? null;
  if (figure === "worst")
    return worstOf(
      report.rows.map(({ scores }) => scores[score] ?? null),
      score,
    );
  return report.summary.macro[score]?.mean ?? null;
}

/** What a gate looks at of one model in a comparison, over the shared images; null where it is undefined. */
export function comparisonFigure({ what }: Gate, comparison: Comparison, model: number): number | null {
  if ("count" in what) return countOf(what.count, comparison.models[model].report);
  const { better } = scoreById(what.score);
  const columns = columnsOf(comparison, what.score);
  const against = () => duel(columns[0], columns[model], better);
  const read: Readonly<Record<Figure, () => number | null>> = {
    mean: () => leaderboard(columns, better).standings.find((entry) => entry.model === model)?.mean ?? null,
    micro: () => microOf(comparison, what.score)[model],
    worst: () => worstOf(columns[model], what.score),
    delta: () => against().difference,
    losses: () => against().losses,
    wins: () => against().wins,
  };
  return read[what.figure]();
}

function countOf(count: "failures" | "unmatched", { failures, unmatched }: Report): number {
  return count === "failures" ? failures.length : unmatched.predictions.length + unmatched.truth.length;
}

function worstOf(column: ReadonlyArray<number | null>, id: string): number | null {
  const values = column.flatMap((value) => comparable(value) ?? []);
  if (values.length === 0) return null;
  return values.reduce((a, b) => (scoreById(id).better === "higher" ? Math.min(a, b) : Math.max(a, b)));
}
