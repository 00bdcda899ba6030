import { type CalibrationBin, calibrationBins, ece15 } from "../../src/core/metrics/calibration.js";
import { formatCount, formatParameter, formatValue } from "../ui/format.js";
import { createPlot } from "../ui/plot.js";
import { createChart } from "./chart.js";
import { type CurveView, ofTally } from "./content.js";
import { diagonal, ring } from "./marks.js";

/** Those of the expected calibration error. */
const BINS = 15;

interface Point {
  readonly p: number;
  readonly part: number;
  readonly pixels: number;
}

const pointsOf = (bins: readonly CalibrationBin[]): Point[] =>
  bins
    .filter(({ pixels }) => pixels > 0)
    .map(({ pixels, predicted, positives }) => ({ p: predicted / pixels, part: positives / pixels, pixels }));

/** How often a pixel is foreground that was given p: the reliability diagram. */
export function createReliabilityChart(): CurveView {
  let points: readonly Point[] = [];
  const plot = createPlot({
    height: 180,
    xTitle: "mean p in the bin",
    yTitle: "part that is foreground",
    series: [{ colour: "vscode-charts-blue", as: "line" }],
    draw(brush) {
      diagonal(brush, "calibrated");
      // The larger the bin the larger its ring: by decades of pixels.
      for (const { p, part, pixels } of points) ring(brush, p, part, "vscode-charts-blue", 2.5 + Math.log10(pixels));
    },
  });
  const chart = createChart("reliability", "Reliability", [plot.element]);
  const computed = ofTally((tally) => ({
    bins: calibrationBins(tally, BINS),
    error: ece15.evaluate({ kind: "binary", pixels: tally }),
  }));
  return {
    element: chart.element,
    show({ tally }) {
      const { result, isNew } = computed(tally);
      if (!isNew) return;
      points = pointsOf(result.bins);
      plot.setData([points.map(({ p }) => p), points.map(({ part }) => part)]);
      chart.describe(sentence(points, result.error), () => ({
        head: ["p from", "Mean p", "Foreground", "Pixels"],
        rows: result.bins.flatMap(({ pixels, predicted, positives }, bin) =>
          pixels === 0
            ? []
            : [
                [
                  formatParameter(bin / BINS),
                  formatValue(predicted / pixels),
                  formatValue(positives / pixels),
                  formatCount(pixels),
                ],
              ],
        ),
      }));
    },
    redraw: plot.redraw,
  };
}

function sentence(points: readonly Point[], error: number | null): string {
  const pixels = points.reduce((sum, point) => sum + point.pixels, 0);
  const above = points.reduce((sum, { p, part, pixels }) => sum + pixels * (p - part), 0) / pixels;
  const lean = Math.abs(above) < 0.005 ? "balanced" : above > 0 ? "too high on average" : "too low on average";
  return `Expected calibration error ${formatValue(error)} over ${BINS} bins; p is ${lean}. Larger rings hold more pixels.`;
}
