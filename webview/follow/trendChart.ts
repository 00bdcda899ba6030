import { element } from "../ui/dom.js";
import { formatValue } from "../ui/format.js";

const SVG = "http://www.w3.org/2000/svg";

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const created = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  return created;
}

export interface TrendOptions {
  readonly width: number;
  readonly height: number;
  /** Names of the points, for reading. */
  readonly labels: readonly string[];
  /** Whether a point is joined to the one before. */
  readonly joined: readonly boolean[];
  /** A dot at every point, and the extremes as text. */
  readonly detailed: boolean;
}

/**
 * A line through the defined values, broken where they are not joined; equal steps, since epochs are. A dashed line stands where it began, so that it is
 * seen at a glance which way it went; a single value is a dot on that line. Its text says the first and last value.
 */
export function trendChart(
  values: readonly number[],
  { width, height, labels, joined, detailed }: TrendOptions,
): Element {
  const points = values.flatMap((value, i) => (Number.isFinite(value) ? [{ value, i }] : []));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return element("span", { class: "no-trend" }, "—");
  const all = points.map(({ value }) => value);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const edge = detailed ? 8 : 3;
  const x = (i: number) => (values.length > 1 ? edge + (i / (values.length - 1)) * (width - 2 * edge) : width / 2);
  const y = (value: number) =>
    high > low ? height - edge - ((value - low) / (high - low)) * (height - 2 * edge) : height / 2;
  const words =
    points.length === 1
      ? formatValue(first.value)
      : `from ${formatValue(first.value)} (${labels[first.i]}) to ${formatValue(last.value)} (${labels[last.i]})`;
  const chart = svg("svg", {
    class: detailed ? "trend detailed" : "trend",
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": words,
  });
  chart.append(
    svg("line", { class: "baseline", x1: 0, x2: width, y1: y(first.value).toFixed(1), y2: y(first.value).toFixed(1) }),
    svg("path", {
      class: "line",
      d: points
        .map(({ value, i }, place) => {
          const from = points[place - 1]?.i;
          const isJoined = from !== undefined && joined.slice(from + 1, i + 1).every((own) => own);
          return `${isJoined ? "L" : "M"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
        })
        .join(""),
    }),
  );
  for (const { value, i } of detailed ? points : [last]) {
    const dot = svg("circle", { class: "dot", cx: x(i).toFixed(1), cy: y(value).toFixed(1), r: detailed ? 3 : 2 });
    const title = svg("title", {});
    title.textContent = `${labels[i]}: ${formatValue(value)}`;
    dot.append(title);
    chart.append(dot);
  }
  return chart;
}
