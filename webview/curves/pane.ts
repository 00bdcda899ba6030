import type { BreakdownContent } from "../breakdown/content.js";
import type { Action } from "../state/state.js";
import { element } from "../ui/dom.js";
import type { CurveContent } from "./content.js";
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
  let wanted: CurveContent | null = null;
  const draw = () => {
    const content = wanted;
    wanted = null;
    if (content) for (const chart of charts) chart.show(content);
  };
  return {
    element: element("div", { class: "charts" }, ...charts.map((chart) => chart.element)),
    show({ scene, state: { folded, threshold } }: BreakdownContent) {
      const wasWanted = wanted !== null;
      wanted = folded.includes("curves") ? null : { tally: scene.evidence.pixels, threshold };
      // A frame after picture and numbers, which must not wait for the curves.
      if (wanted && !wasWanted) requestAnimationFrame(draw);
    },
  };
}
