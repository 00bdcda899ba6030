import { shortTitle } from "../../../src/core/shortTitle.js";
import { createChart } from "../../curves/chart.js";
import { element, setAttribute } from "../../ui/dom.js";
import { formatCount } from "../../ui/format.js";
import type { Range } from "../arrange.js";
import { AREA, type Column } from "../columns.js";
import { type Axis, axisOf, fromPart, rounded, toPart } from "../histogram.js";
import { mediansByPart, type Part } from "./quantiles.js";
import { drawAxes, drawMedians, drawOpened, HEIGHT, MARGIN } from "./scatterDrawing.js";

export interface ScatterContent {
  readonly columns: readonly [across: Column, up: Column];
  readonly values: readonly [across: Float64Array, up: Float64Array];
  readonly ranges: readonly [across: Range | null, up: Range | null];
  readonly names: readonly string[];
  /** Rows that pass the filters. */
  readonly passed: Uint32Array;
  /** Row that the inspector shows. */
  readonly opened: number | null;
  /** What to know of its columns under the settings that were turned: a sentence each. */
  readonly caveats: readonly string[];
}

export interface ScatterEvents {
  brush(across: Range | null, up: Range | null): void;
  open(row: number): void;
}

export interface Scatter {
  readonly element: HTMLElement;
  /** null: the values are on their way. */
  show(content: ScatterContent | null): void;
  redraw(): void;
}

const PARTS = 4;
/** Less than this many pixels is a click. */
const LEAST = 4;
/** A click this near opens a pair. */
const NEAR = 8;

/** Two columns against each other, a point a pair. A brush limits both columns; a click on a point opens its pair. */
export function createScatter(events: ScatterEvents): Scatter {
  const canvas = element("canvas", { class: "scatter-canvas", "data-testid": "scatter", "aria-hidden": "true" });
  const brush = element("div", { class: "scatter-brush", hidden: "" });
  const box = element("div", { class: "scatter-box" }, canvas, brush);
  const chart = createChart("scatter", "Two columns against each other", [box]);
  let content: ScatterContent | null = null;
  let axes: readonly [Axis, Axis] | null = null;

  const area = () => ({
    width: Math.max(1, box.clientWidth - MARGIN.left - MARGIN.right),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  });
  const placeOf = (row: number): readonly [number, number] | null => {
    if (!content || !axes) return null;
    const [x, y] = content.values.map((values) => values[row]);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    const { width, height } = area();
    return [MARGIN.left + toPart(axes[0], x) * width, MARGIN.top + (1 - toPart(axes[1], y)) * height];
  };

  const draw = () => {
    const ratio = window.devicePixelRatio;
    canvas.width = Math.round(box.clientWidth * ratio);
    canvas.height = Math.round(HEIGHT * ratio);
    const context = canvas.getContext("2d");
    if (!context || !content || !axes) return;
    const style = getComputedStyle(canvas);
    const colour = (name: string) => style.getPropertyValue(`--vscode-${name}`).trim() || style.color;
    context.scale(ratio, ratio);
    context.font = `11px ${style.fontFamily}`;
    drawAxes(context, axes, [content.columns[0].title, content.columns[1].title], area(), colour);
    const isPassed = new Uint8Array(content.names.length);
    for (const row of content.passed) isPassed[row] = 1;
    const size = content.names.length > 5000 ? 2 : content.names.length > 500 ? 3 : 5;
    for (const passed of [0, 1]) {
      context.globalAlpha = passed ? (content.names.length > 2000 ? 0.5 : 0.8) : 0.25;
      context.fillStyle = passed ? colour("charts-blue") : colour("foreground");
      for (let row = 0; row < isPassed.length; row++) {
        const place = isPassed[row] === passed ? placeOf(row) : null;
        if (place) context.fillRect(place[0] - size / 2, place[1] - size / 2, size, size);
      }
    }
    context.globalAlpha = 1;
    drawMedians(context, mediansOf(content), axes, area(), colour);
    const open = content.opened === null ? null : placeOf(content.opened);
    if (open) drawOpened(context, open, content.names[content.opened ?? 0], box.clientWidth, colour);
  };

  const drawBrush = () => {
    const limited = content?.ranges.some((range) => range !== null) ?? false;
    brush.hidden = !limited || !axes;
    if (!content || !axes || !limited) return;
    const [across, up] = content.ranges.map((range, i) => partsOf(axes?.[i], range));
    const { width, height } = area();
    brush.style.left = `${MARGIN.left + across[0] * width}px`;
    brush.style.width = `${(across[1] - across[0]) * width}px`;
    brush.style.top = `${MARGIN.top + (1 - up[1]) * height}px`;
    brush.style.height = `${(up[1] - up[0]) * height}px`;
  };

  const partAt = (event: PointerEvent): readonly [number, number] => {
    const { left, top } = box.getBoundingClientRect();
    const { width, height } = area();
    const within = (part: number) => Math.min(1, Math.max(0, part));
    return [
      within((event.clientX - left - MARGIN.left) / width),
      within(1 - (event.clientY - top - MARGIN.top) / height),
    ];
  };
  const nearest = (event: PointerEvent): number | null => {
    const { left, top } = box.getBoundingClientRect();
    let [best, distance]: [number | null, number] = [null, NEAR];
    for (const row of content?.passed ?? []) {
      const place = placeOf(row);
      const away = place ? Math.hypot(place[0] - event.clientX + left, place[1] - event.clientY + top) : NEAR;
      if (away < distance) [best, distance] = [row, away];
    }
    return best;
  };

  let start: { readonly part: readonly [number, number]; readonly x: number; readonly y: number } | null = null;
  let moved = false;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    start = { part: partAt(event), x: event.clientX, y: event.clientY };
    moved = false;
  });
  const follow = (event: PointerEvent) => {
    if (!start || !axes) return;
    moved ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) >= LEAST;
    if (!moved) return;
    const end = partAt(event);
    const range = (i: 0 | 1): Range | null => {
      const axis = axes?.[i];
      const [from, to] = [start?.part[i] ?? 0, end[i]].sort((a, b) => a - b);
      if (!axis) return null;
      return {
        minimum: from <= 0 ? null : rounded(axis, fromPart(axis, from)),
        maximum: to >= 1 ? null : rounded(axis, fromPart(axis, to)),
      };
    };
    events.brush(range(0), range(1));
  };
  canvas.addEventListener("pointermove", follow);
  canvas.addEventListener("pointerup", (event) => {
    // The last stretch of a fast drag has no move of its own.
    follow(event);
    const row = moved || !start ? null : nearest(event);
    if (row !== null) events.open(row);
    else if (start && !moved) events.brush(null, null);
    start = null;
  });
  new ResizeObserver(() => {
    draw();
    drawBrush();
  }).observe(box);

  return {
    element: chart.element,
    show(next) {
      setAttribute(chart.element, "data-waiting", next ? null : "");
      if (!next || (content && sameContent(content, next))) return;
      content = next;
      axes = [0, 1].map((i) => {
        const { range, log } = next.columns[i];
        return axisOf(next.values[i], range, log);
      }) as [Axis, Axis];
      draw();
      drawBrush();
      chart.describe([summaryOf(next), ...next.caveats].join(" "), () => ({
        head: [next.columns[0].title, "Pairs", `Median ${next.columns[1].title}`],
        rows: mediansOf(next).map(({ from, to, pairs, y }) => [
          `${next.columns[0].format(from)} to ${next.columns[0].format(to)}`,
          formatCount(pairs),
          next.columns[1].format(y),
        ]),
      }));
    },
    redraw: draw,
  };
}

function sameContent(a: ScatterContent, b: ScatterContent): boolean {
  return (
    a.passed === b.passed &&
    a.opened === b.opened &&
    a.names === b.names &&
    [0, 1].every((i) => a.values[i] === b.values[i] && a.ranges[i] === b.ranges[i])
  );
}

function partsOf(axis: Axis | undefined, range: Range | null): readonly [number, number] {
  if (!axis || !range) return [0, 1];
  const { minimum, maximum } = range;
  return [minimum === null ? 0 : toPart(axis, minimum), maximum === null ? 1 : toPart(axis, maximum)];
}

function mediansOf({ values, passed }: ScatterContent): Part[] {
  return mediansByPart(values[0], values[1], passed, PARTS);
}

/** What the plot says, in words: the quarter of the pairs with the least x, and that with the most. */
function summaryOf(content: ScatterContent): string {
  const [across, up] = content.columns;
  const parts = mediansOf(content);
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (!first || !last) return "No pair has both.";
  const where = (range: string) =>
    across.id === AREA ? `the truth has ${range} px` : `${shortTitle(across.title)} is ${range}`;
  const quarter = ({ from, to, y }: Part) =>
    `${up.format(y)} where ${where(`${across.format(from)} to ${across.format(to)}`)}`;
  return `Median ${shortTitle(up.title)}, quarter by quarter of the pairs (line): ${quarter(first)}, ${quarter(last)}.`;
}
