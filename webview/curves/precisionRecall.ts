import { precisionRecall } from "../../src/core/curves/precisionRecall.js";
import { averagePrecision } from "../../src/core/metrics/ranking.js";
import { ratio } from "../../src/core/score.js";
import { hardCounts } from "../../src/core/sums.js";
import type { Tally } from "../../src/core/tally.js";
import { formatParameter, formatValue } from "../ui/format.js";
import { createPlot } from "../ui/plot.js";
import { createChart } from "./chart.js";
import { type CurveView, ofTally } from "./content.js";
import { diamond } from "./marks.js";

interface Point {
  readonly precision: number | null;
  readonly recall: number | null;
}

function pointAt(tally: Tally, threshold: number): Point {
  const { tp, fp, fn } = hardCounts(tally, threshold);
  return { precision: ratio(tp, tp + fp), recall: ratio(tp, tp + fn) };
}

/** Set apart by next to nothing: of points with equal x the chart would draw some only. */
function rising(values: readonly number[]): number[] {
  const apart = [...values];
  for (let i = apart.length - 2; i >= 0; i--) apart[i] = Math.min(apart[i], apart[i + 1] - 1e-9);
  return apart;
}

/** Precision against recall; the threshold is a point on the curve. */
export function createPrecisionRecallChart(): CurveView {
  let threshold = 0.5;
  let now: Point = { precision: null, recall: null };
  const plot = createPlot({
    height: 180,
    xTitle: "recall",
    yTitle: "precision",
    series: [{ colour: "vscode-charts-blue", as: "line" }],
    mark(brush) {
      const { precision, recall } = now;
      if (precision !== null && recall !== null)
        diamond(brush, recall, precision, "vscode-charts-blue", `t ${formatParameter(threshold)}`);
    },
  });
  const chart = createChart("precision-recall", "Precision and recall", [plot.element]);
  const computed = ofTally((tally) => ({
    curve: precisionRecall(tally),
    area: averagePrecision.evaluate({ kind: "binary", pixels: tally }),
  }));
  return {
    element: chart.element,
    show({ tally, threshold: t }) {
      const { result, isNew } = computed(tally);
      const { recall, precision } = result.curve;
      if (isNew) plot.setData([rising(recall), precision]);
      threshold = t;
      now = pointAt(tally, t);
      plot.moveMark();
      chart.describe(
        result.area === null
          ? "The truth has one class only: there is no curve."
          : `Average precision ${formatValue(result.area)}. At ${formatParameter(t)}: precision ${formatValue(now.precision)}, recall ${formatValue(now.recall)}.`,
        () => ({
          head: ["t", "Recall", "Precision"],
          rows: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0].map((at) => {
            const point = pointAt(tally, at);
            return [formatParameter(at), formatValue(point.recall), formatValue(point.precision)];
          }),
        }),
      );
    },
    redraw: plot.redraw,
  };
}
