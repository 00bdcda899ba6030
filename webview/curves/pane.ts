import type { BreakdownContent } from "../breakdown.js";
import { element } from "../dom.js";
import type { Action } from "../state.js";
import { createHistogramChart } from "./histogram.js";
import { createPrecisionRecallChart } from "./precisionRecall.js";
import { createReliabilityChart } from "./reliability.js";
import { createThresholdChart } from "./threshold.js";

/** The charts of a pair, all drawn from its tally. */
export function createCurvesPane(dispatch: (action: Action) => void) {
  const charts = [
    createThresholdChart(dispatch),
    createPrecisionRecallChart(),
    createReliabilityChart(),
    createHistogramChart(),
  ];
  new MutationObserver(() => {
    for (const chart of charts) chart.redraw();
  }).observe(document.body, { attributeFilter: ["class"] });
  return {
    element: element("div", { class: "charts" }, ...charts.map((chart) => chart.element)),
    show({ scene, state }: BreakdownContent) {
      if (state.folded.includes("curves")) return;
      for (const chart of charts) chart.show({ tally: scene.evidence.pixels, threshold: state.threshold });
    },
  };
}
