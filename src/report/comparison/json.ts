import { bootstrap } from "../../core/bootstrap.js";
import { duel } from "../../core/statistics/duel.js";
import { leaderboard } from "../../core/statistics/leaderboard.js";
import { jsonText } from "../jsonText.js";
import { failureText } from "../report.js";
import { type Comparison, columnsOf, microOf } from "./comparison.js";
import { statisticsStated } from "./words.js";

/** The schema named in every file; its keys are a public contract. */
export const comparisonSchema = "mask-inspector/comparison@1";

/** A comparison as JSON, ending in a newline. Values of an image are in the order of `models`; undefined ones are null. */
export function comparisonJson(comparison: Comparison): string {
  const { truth, models, images, missing, scores } = comparison;
  const names = models.map(({ name }) => name);
  const document = {
    schema: comparisonSchema,
    settings: models[0]?.report.settings,
    truth,
    baseline: names[0],
    models: models.map(({ name, predictions, report }) => ({
      name,
      predictions,
      pairs: report.rows.length,
      failures: report.failures.length,
      unmatched: report.unmatched.predictions.length,
    })),
    statistics: { ...bootstrap, stated: statisticsStated },
    scores: Object.fromEntries(
      scores.map(({ id, better }) => {
        const columns = columnsOf(comparison, id);
        const { n, leftOut, standings } = leaderboard(columns, better);
        const micro = microOf(comparison, id);
        return [
          id,
          {
            better,
            n,
            leftOut,
            leaderboard: standings.map(({ model, ...rest }) => ({ model: names[model], ...rest, micro: micro[model] })),
            against: names
              .slice(1)
              .map((model, i) => ({ model, baseline: names[0], ...duel(columns[0], columns[i + 1], better) })),
          },
        ];
      }),
    ),
    images: images.map(({ name, truth: file, rows }) => ({
      name,
      truth: file,
      scores: Object.fromEntries(scores.map(({ id }) => [id, rows.map((row) => row.scores[id] ?? null)])),
    })),
    missing,
    failures: models.flatMap(({ name: model, report }) =>
      report.failures.map((row) => ({ model, name: row.name, file: row.file, reason: failureText(row) })),
    ),
  };
  return `${jsonText(document)}\n`;
}
