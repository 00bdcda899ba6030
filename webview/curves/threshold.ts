import { type ThresholdCurves, thresholdCurves } from "../../src/core/curves/threshold.js";
import { bestThreshold, plainThreshold } from "../../src/core/metrics/bestThreshold.js";
import { meanIou, sweep } from "../../src/core/metrics/thresholds.js";
import type { Tally } from "../../src/core/tally.js";
import type { Action } from "../state/state.js";
import { setAttribute } from "../ui/dom.js";
import { formatParameter, formatValue } from "../ui/format.js";
import { createPlot } from "../ui/plot.js";
import { textButton } from "../ui/widgets.js";
import { createChart } from "./chart.js";
import { type CurveView, ofTally } from "./content.js";
import { createHandle } from "./handle.js";
import { createKey } from "./key.js";
import { type LabelPlace, placeLabels } from "./labels.js";
import { diamond, label, ring } from "./marks.js";

const lines = [
  { id: "iou", title: "IoU", colour: "vscode-charts-blue" },
  { id: "dice", title: "Dice", colour: "vscode-charts-purple", dash: [7, 3] },
  { id: "precision", title: "Precision", colour: "vscode-charts-orange", dash: [2, 3] },
  { id: "recall", title: "Recall", colour: "vscode-charts-green", dash: [7, 3, 2, 3] },
] as const;

interface Best {
  /** As a person would type it. */
  readonly threshold: number;
  readonly iou: number;
}

/** IoU, Dice, precision and recall against the threshold, which can be dragged. */
export function createThresholdChart(dispatch: (action: Action) => void): CurveView {
  const turn = (threshold: number) => dispatch({ do: "set", change: { threshold } });
  let curves: ThresholdCurves | null = null;
  let best: Best | null = null;
  let names: ReadonlyArray<LabelPlace | null> = [];
  let threshold = 0.5;
  let hovered: number | null = null;

  const plot = createPlot({
    height: 200,
    xTitle: "threshold",
    yTitle: "",
    series: lines.map(({ colour, ...line }) => ({ colour, as: "steps", ...("dash" in line && { dash: line.dash }) })),
    draw(brush) {
      if (!curves) return;
      for (const t of sweep) {
        const iou = curves.iou[placeOf(curves.thresholds, t)];
        ring(brush, t, iou ?? 0, "vscode-charts-blue");
      }
      for (const [i, place] of names.entries()) {
        // Above the curve, or below where there is no room above.
        const off = (place && place.y > 0.9 ? 9 : -9) * brush.ratio;
        if (place) label(brush, brush.x(place.x), brush.y(place.y) + off, lines[i].title, "center");
      }
      if (best)
        diamond(brush, best.threshold, best.iou, "vscode-charts-blue", `best ${formatParameter(best.threshold)}`);
    },
    onHover(index) {
      hovered = index;
      showKey();
    },
  });
  const handle = createHandle(plot, { turn, target: () => best?.threshold ?? null });
  const key = createKey("curve", lines);
  const toBest = textButton("Use the Best Threshold", () => best && turn(best.threshold), {
    testid: "use-best-threshold",
  });
  const chart = createChart("threshold", "Scores against threshold", [plot.element, key.element, toBest]);
  const computed = ofTally((tally: Tally) => ({ curves: thresholdCurves(tally), best: plainBest(tally) }));

  const showKey = () => {
    if (!curves) return;
    const at = hovered ?? placeOf(curves.thresholds, threshold);
    const where = hovered === null ? threshold : curves.thresholds[at];
    key.show(`t ${formatParameter(where)}`, valuesAt(curves, at).map(formatValue));
  };

  return {
    element: chart.element,
    show(content) {
      const { result, isNew } = computed(content.tally);
      ({ curves, best } = result);
      ({ threshold } = content);
      if (isNew) {
        const { thresholds, iou, dice, precision, recall } = result.curves;
        names = placeLabels(
          [iou, dice, precision, recall].map((values) => (t: number) => values[placeOf(thresholds, t)]),
          best ? [{ x: best.threshold, y: best.iou }] : [],
        );
        plot.setData([thresholds, iou, dice, precision, recall]);
      }
      const values = valuesAt(result.curves, placeOf(result.curves.thresholds, threshold)).map(formatValue);
      const words = lines.map(({ title }, i) => `${title} ${values[i]}`).join(", ");
      handle.show(threshold, `${formatParameter(threshold)}: ${words}`);
      setAttribute(toBest, "disabled", best && best.threshold !== threshold ? null : "");
      showKey();
      const mean = meanIou.evaluate({ kind: "binary", pixels: content.tally });
      chart.describe(summary(best, threshold, values[0], mean), () => ({
        head: ["t", ...lines.map(({ title }) => title)],
        rows: [...new Set([0.1, 0.2, 0.3, 0.4, ...sweep])].map((t) => [
          formatParameter(t),
          ...valuesAt(result.curves, placeOf(result.curves.thresholds, t)).map(formatValue),
        ]),
      }));
    },
    redraw: plot.redraw,
  };
}

function summary(best: Best | null, threshold: number, iou: string, mean: number | null): string {
  const now = `At ${formatParameter(threshold)} the IoU is ${iou}`;
  const ten = `; over the ten thresholds .50 to .95 (rings) it is ${formatValue(mean)} on average.`;
  if (!best) return `${now}${ten} The truth is empty: no threshold is best.`;
  return `${now}, at best, at ${formatParameter(best.threshold)}, ${formatValue(best.iou)}${ten}`;
}

function plainBest(tally: Tally): Best | null {
  const best = bestThreshold(tally);
  return best && { threshold: plainThreshold(tally, best.threshold), iou: best.iou };
}

/** The place whose values hold at a threshold. */
function placeOf(thresholds: readonly number[], threshold: number): number {
  let low = 0;
  let high = thresholds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (thresholds[middle] <= threshold) low = middle;
    else high = middle - 1;
  }
  return low;
}

function valuesAt({ iou, dice, precision, recall }: ThresholdCurves, at: number): Array<number | null> {
  return [iou[at], dice[at], precision[at], recall[at]];
}
