import type { Steps } from "../../src/core/steps.js";
import type { BreakdownContent } from "../breakdown/content.js";
import type { Action } from "../state/state.js";
import { element } from "../ui/dom.js";
import { whenIdle } from "../ui/idle.js";
import type { CurveContent } from "./content.js";
import { createHistogramChart } from "./histogram.js";
import { createPrecisionRecallChart } from "./precisionRecall.js";
import { createReliabilityChart } from "./reliability.js";
import { createThresholdChart } from "./threshold.js";

/** Curves follow a threshold that is dragged at least this often, milliseconds. */
const LATEST = 100;

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
  function* draw(): Steps {
    const content = wanted;
    wanted = null;
    if (!content) return;
    for (const chart of charts) {
      chart.show(content);
      yield;
    }
  }
  return {
    element: element("div", { class: "charts" }, ...charts.map((chart) => chart.element)),
    show({ scene, state: { folded, threshold } }: BreakdownContent) {
      const wasWanted = wanted !== null;
      wanted = folded.includes("curves") ? null : { tally: scene.evidence.pixels, threshold };
      // After picture and numbers, which must not wait for the curves.
      if (wanted && !wasWanted) whenIdle(draw(), LATEST);
    },
  };
}
