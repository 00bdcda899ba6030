import { histogram } from "../../src/core/curves/histogram.js";
import { hardCounts } from "../../src/core/sums.js";
import { formatCount, formatParameter } from "../ui/format.js";
import { createPlot } from "../ui/plot.js";
import { createChart } from "./chart.js";
import { type CurveView, ofTally } from "./content.js";
import { createKey } from "./key.js";
import { upright } from "./marks.js";

const BINS = 20;

const truths = [
  { id: "background", title: "Truth 0, outlined", colour: "vscode-charts-orange" },
  { id: "foreground", title: "Truth 1, filled", colour: "vscode-charts-blue" },
] as const;

/** How p is distributed where the truth is background, and where it is foreground; counts by decades. */
export function createHistogramChart(): CurveView {
  let threshold = 0.5;
  const plot = createPlot({
    height: 180,
    xTitle: "p",
    yTitle: "pixels",
    log: true,
    series: [
      { colour: truths[0].colour, as: "left" },
      { colour: truths[1].colour, as: "right", filled: true },
    ],
    mark: (brush) => upright(brush, threshold),
  });
  const key = createKey("histogram", truths);
  const chart = createChart("histogram", "Histogram of p", [plot.element, key.element]);
  const computed = ofTally((tally) => histogram(tally, BINS));
  return {
    element: chart.element,
    show({ tally, threshold: t }) {
      const { result, isNew } = computed(tally);
      const { edges, negatives, positives } = result;
      // A logarithm has no place for none.
      const counts = (of: readonly number[]) => of.map((count) => (count > 0 ? count : null));
      if (isNew) plot.setData([edges.map((edge) => edge + 0.5 / BINS), counts(negatives), counts(positives)]);
      threshold = t;
      plot.moveMark();
      const { tp, fp, fn, tn } = hardCounts(tally, t);
      key.show("", [formatCount(fp + tn), formatCount(tp + fn)]);
      chart.describe(
        `Above ${formatParameter(t)} (dashed): ${formatCount(tp)} foreground and ${formatCount(fp)} background pixels; not above: ${formatCount(fn)} and ${formatCount(tn)}.`,
        () => ({
          head: ["p from", "Truth 0", "Truth 1"],
          rows: edges.map((edge, i) => [formatParameter(edge), formatCount(negatives[i]), formatCount(positives[i])]),
        }),
      );
    },
    redraw: plot.redraw,
  };
}
