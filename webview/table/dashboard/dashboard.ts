import type { Confused } from "../../../src/protocol/confusion.js";
import type { DataSetMean, DataSetTotals, TableFailure } from "../../../src/protocol/table.js";
import { createHistogramChart } from "../../curves/histogram.js";
import { createPrecisionRecallChart } from "../../curves/precisionRecall.js";
import { createReliabilityChart } from "../../curves/reliability.js";
import { createThresholdChart } from "../../curves/threshold.js";
import { element, icon, setText } from "../../ui/dom.js";
import { formatCount } from "../../ui/format.js";
import { choiceList } from "../../ui/widgets.js";
import type { Range } from "../arrange.js";
import { AREA, type Column, columnOf } from "../columns.js";
import { confusionTable, perClassTable } from "./classes.js";
import { createDistributions, type Distribution } from "./distributions.js";
import { failureList } from "./failures.js";
import { createMeansTable } from "./meansTable.js";
import { createScatter, type ScatterContent } from "./scatter.js";

export interface DashboardContent {
  /** Ids of the scores that the run has. */
  readonly scores: readonly string[];
  readonly axes: readonly [string, string];
  readonly scatter: ScatterContent | null;
  /** The columns shown that are scores, and their means as far as they are there. */
  readonly columns: readonly Column[];
  readonly means: ReadonlyArray<DataSetMean | undefined>;
  /** What to know of each under the settings that were turned. */
  readonly caveats: ReadonlyArray<string | null>;
  readonly distributions: readonly Distribution[];
  readonly passed: Uint32Array;
  /** null: on their way. */
  readonly totals: DataSetTotals | null;
  readonly threshold: number;
  readonly failures: readonly TableFailure[];
}

export interface DashboardEvents {
  axes(axes: readonly [string, string]): void;
  brush(across: Range | null, up: Range | null): void;
  open(row: number): void;
  openFailure(index: number): void;
  turnThreshold(threshold: number): void;
  showCell(cell: Confused): void;
}

export interface Dashboard {
  readonly element: HTMLElement;
  show(content: DashboardContent): void;
  /** Brings the names and reasons of what could not be scored into view, and the keyboard there. */
  revealFailures(): void;
}

/** The data set as a whole, beside the table. */
export function createDashboard(events: DashboardEvents): Dashboard {
  const axesBox = element("div", { class: "axes" });
  const scatter = createScatter(events);
  const means = createMeansTable();
  const distributions = createDistributions();
  const curves = [
    createThresholdChart((action) => {
      if (action.do === "set" && action.change.threshold !== undefined) events.turnThreshold(action.change.threshold);
    }),
    createPrecisionRecallChart(),
    createReliabilityChart(),
    createHistogramChart(),
  ];
  const classes = element("div", { class: "charts" });
  const failures = element("div", { class: "section-pad" });
  const sections = {
    scatter: section("Pairs", [axesBox, element("div", { class: "charts" }, scatter.element)]),
    means: section("Data set", [element("div", { class: "section-pad" }, means.element)]),
    classes: section("Classes", [classes]),
    curves: section("Curves of all pixels together", [
      element("div", { class: "charts" }, ...curves.map((curve) => curve.element)),
    ]),
    distributions: section("Distributions of the pairs shown", [distributions.element]),
    failures: section("Not scored", [failures]),
  };
  const root = element(
    "aside",
    { class: "dashboard", "aria-label": "Dashboard", "data-testid": "dashboard" },
    ...Object.values(sections).map(({ element: part }) => part),
  );
  const redraw = () => {
    scatter.redraw();
    for (const curve of curves) curve.redraw();
  };
  new MutationObserver(redraw).observe(document.body, { attributeFilter: ["class"] });

  let axesOf = "";
  let shown: Partial<DashboardContent> = {};
  const showAxes = ({ scores, axes }: DashboardContent) => {
    const key = JSON.stringify([scores, axes]);
    if (key === axesOf) return;
    axesOf = key;
    const choices = [AREA, ...scores].map((value) => ({ value, title: columnOf(value).title }));
    const [across, up] = axes;
    axesBox.replaceChildren(
      element("span", {}, "Across"),
      choiceList("Across", "axis-across", choices, across, (id) => events.axes([id, up])).element,
      element("span", {}, "Up"),
      choiceList("Up", "axis-up", choices, up, (id) => events.axes([across, id])).element,
    );
  };

  return {
    element: root,
    revealFailures() {
      sections.failures.element.open = true;
      sections.failures.element.scrollIntoView({ block: "start" });
      failures.querySelector("summary")?.focus({ preventScroll: true });
    },
    show(content) {
      showAxes(content);
      scatter.show(content.scatter);
      means.show(content.columns, content.means, content.caveats);
      distributions.show(content.distributions, content.passed);
      const { totals, threshold } = content;
      sections.curves.element.hidden = !totals?.tally;
      if (totals?.tally && sections.curves.isOpen())
        for (const curve of curves) curve.show({ tally: totals.tally, threshold });
      sections.classes.element.hidden = !totals?.labels;
      if (totals !== shown.totals && totals?.labels)
        classes.replaceChildren(confusionTable(totals.labels, events.showCell), perClassTable(totals.labels));
      if (content.failures !== shown.failures)
        failures.replaceChildren(failureList(content.failures, events.openFailure));
      sections.failures.element.hidden = content.failures.length === 0;
      setText(sections.failures.note, formatCount(content.failures.length));
      shown = content;
    },
  };
}

/** A part that can be folded, as the views of VS Code can. */
function section(title: string, content: readonly HTMLElement[]) {
  const note = element("span", { class: "section-note" });
  const details = element(
    "details",
    { class: "dashboard-section", open: "" },
    element("summary", {}, icon("chevron-down"), element("h2", { class: "section-title" }, title), note),
    ...content,
  );
  return { element: details, note, isOpen: () => details.open };
}
