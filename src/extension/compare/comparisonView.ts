import type { ComparisonView } from "../../protocol/comparison.js";
import { type Comparison, microOf } from "../../report/comparison/comparison.js";
import { headlineScores } from "../../report/comparison/tables.js";
import { leftOutLines } from "../../report/comparison/text.js";
import { statisticsStated } from "../../report/comparison/words.js";
import type { Run } from "../run.js";

/** What the page is sent of a comparison. @param display a path as people know it. */
export function comparisonView(
  comparison: Comparison,
  runs: readonly Run[],
  display: (path: string) => string,
): ComparisonView {
  const { models, images, scores } = comparison;
  const values = new Float64Array(scores.length * models.length * images.length);
  const micro = new Float64Array(scores.length * models.length);
  for (const [s, { id }] of scores.entries()) {
    micro.set(
      microOf(comparison, id).map((value) => value ?? Number.NaN),
      s * models.length,
    );
    for (let m = 0; m < models.length; m++) {
      const at = (s * models.length + m) * images.length;
      for (const [i, { rows }] of images.entries()) values[at + i] = rows[m]?.scores[id] ?? Number.NaN;
    }
  }
  return {
    runs: runs.map(({ facts }) => facts.id),
    truth: display(comparison.truth),
    models: models.map(({ name, predictions }, i) => ({
      name,
      folder: display(predictions),
      scored: new Date(runs[i]?.facts.startedAt ?? 0).toLocaleString("en-US", {
        dateStyle: "medium",
        timeStyle: "short",
      }),
    })),
    images: images.map(({ name }) => name),
    scores: scores.map(({ id }) => id),
    headline: headlineScores(comparison).map(({ id }) => id),
    values,
    micro,
    leftOut: leftOutLines(comparison),
    stated: Object.values(statisticsStated),
  };
}
