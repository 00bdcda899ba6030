import { createChart } from "../../curves/chart.js";
import { element, setAttribute } from "../../ui/dom.js";
import { formatCount } from "../../ui/format.js";
import type { Column } from "../columns.js";
import { axisOf, barsPath, binned, toPart } from "../histogram.js";
import { quantile, sortedValues } from "./quantiles.js";

export interface Distribution {
  readonly column: Column;
  readonly values: Float64Array;
  /** What to know of it under the settings that were turned. */
  readonly caveat: string | null;
}

export interface Distributions {
  readonly element: HTMLElement;
  show(distributions: readonly Distribution[], passed: Uint32Array): void;
}

const [WIDTH, HEIGHT, BINS] = [320, 56, 40];
const QUANTILES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

const svg = (tag: string, attributes: Readonly<Record<string, string>>): SVGElement => {
  const created = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
};

/** How each score is distributed over the pairs shown: bars, the middle half, and the quantiles in words. */
export function createDistributions(): Distributions {
  const root = element("div", { class: "charts" });
  const drawn = new Map<string, { readonly values: Float64Array; readonly passed: Uint32Array }>();
  const charts = new Map<string, ReturnType<typeof createOne>>();
  return {
    element: root,
    show(distributions, passed) {
      for (const id of charts.keys()) {
        if (distributions.some(({ column }) => column.id === id)) continue;
        charts.delete(id);
        drawn.delete(id);
      }
      for (const { column, values, caveat } of distributions) {
        const chart = charts.get(column.id) ?? createOne(column);
        charts.set(column.id, chart);
        const last = drawn.get(column.id);
        if (last?.values === values && last.passed === passed) continue;
        drawn.set(column.id, { values, passed });
        chart.show(values, passed, caveat);
      }
      const elements = distributions.flatMap(({ column }) => charts.get(column.id)?.element ?? []);
      if (elements.length !== root.children.length || elements.some((one, i) => one !== root.children[i]))
        root.replaceChildren(...elements);
    },
  };
}

function createOne(column: Column) {
  const [bars, middle, median] = [
    svg("path", { class: "bars-shown" }),
    svg("rect", { class: "middle-half", y: String(HEIGHT - 2), height: "4" }),
    svg("path", { class: "median-mark" }),
  ];
  const picture = svg("svg", {
    class: "distribution",
    viewBox: `0 0 ${WIDTH} ${HEIGHT + 4}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  picture.append(bars, middle, median);
  const box = element("div", { class: "distribution-box" });
  box.append(picture);
  const chart = createChart(`distribution-${column.id}`, column.title, [box]);
  return {
    element: chart.element,
    show(values: Float64Array, passed: Uint32Array, caveat: string | null) {
      const axis = axisOf(values, column.range, column.log);
      const counts = binned(values, passed, axis, BINS);
      setAttribute(bars, "d", barsPath(counts, Math.max(...counts), WIDTH, HEIGHT));
      const sorted = sortedValues(values, passed);
      const found = QUANTILES.map((fraction) => quantile(sorted, fraction));
      const [least, , lower, middleValue, upper, , most] = found;
      const x = (value: number | null) => (value === null ? 0 : toPart(axis, value) * WIDTH);
      setAttribute(middle, "x", x(lower).toFixed(1));
      setAttribute(middle, "width", Math.max(0, x(upper) - x(lower)).toFixed(1));
      setAttribute(median, "d", middleValue === null ? "" : `M${x(middleValue).toFixed(1)} 0V${HEIGHT + 4}`);
      const text = (value: number | null) => (value === null ? "—" : column.format(value));
      const words =
        sorted.length === 0
          ? "It is defined for none of the pairs shown."
          : `Median ${text(middleValue)}; half of ${formatCount(sorted.length)} pairs from ${text(lower)} to ${text(upper)}; all from ${text(least)} to ${text(most)}.`;
      chart.describe(caveat === null ? words : `${words} * ${caveat}`, () => ({
        head: ["Quantile", column.title],
        rows: QUANTILES.map((fraction, i) => [`${Math.round(100 * fraction)} %`, text(found[i])]),
      }));
    },
  };
}
