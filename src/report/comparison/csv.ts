import { csvText } from "../csvText.js";
import type { Comparison } from "./comparison.js";

/** A comparison as CSV: a row an image and score, a column a model; full precision, empty where undefined. */
export function comparisonCsv({ models, images, scores }: Comparison): string {
  return csvText([
    ["name", "truth", "score", "better", ...models.map(({ name }) => name)],
    ...images.flatMap(({ name, truth, rows }) =>
      scores.map(({ id, better }) => [name, truth, id, better, ...rows.map((row) => row.scores[id] ?? "")]),
    ),
  ]);
}
