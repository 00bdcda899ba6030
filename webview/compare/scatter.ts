import { element, setAttribute, setText } from "../ui/dom.js";
import { formatValue } from "../ui/format.js";
import type { ImageRow } from "./order.js";

export interface Scatter {
  readonly element: HTMLElement;
  show(rows: readonly ImageRow[], titles: readonly [string, string], range: readonly [number, number]): void;
}

const SIZE = 260;
const MARGIN = 12;
const NEAR = 10;

/** Every image as a point: across by the baseline, up by the challenger. On the diagonal nothing changed. */
export function createScatter(onPoint: (image: number) => void, onOpen: (image: number) => void): Scatter {
  const canvas = element("canvas", { class: "scatter-canvas", "data-testid": "scatter" });
  const [across, up, named] = [
    element("figcaption", { class: "axis across" }),
    element("span", { class: "axis up" }),
    element("span", { class: "point-name" }),
  ];
  const figure = element("figure", { class: "scatter" }, up, canvas, across, named);
  let points: Array<{ readonly row: ImageRow; readonly x: number; readonly y: number }> = [];
  let pointed: number | null = null;

  const draw = () => {
    const ratio = window.devicePixelRatio;
    canvas.width = canvas.height = Math.round(SIZE * ratio);
    const context = canvas.getContext("2d");
    if (!context) return;
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    context.scale(ratio, ratio);
    context.strokeStyle = colour("--dim") || colour("--vscode-foreground");
    context.globalAlpha = 0.6;
    context.strokeRect(MARGIN - 0.5, MARGIN - 0.5, SIZE - 2 * MARGIN + 1, SIZE - 2 * MARGIN + 1);
    context.beginPath();
    context.moveTo(MARGIN, SIZE - MARGIN);
    context.lineTo(SIZE - MARGIN, MARGIN);
    context.stroke();
    for (const { row, x, y } of points) {
      const isPointed = row.image === pointed;
      context.globalAlpha = isPointed ? 1 : points.length > 400 ? 0.4 : 0.8;
      context.fillStyle = isPointed ? colour("--accent") : colour("--vscode-foreground");
      context.beginPath();
      context.arc(x, y, isPointed ? 4.5 : 3, 0, 2 * Math.PI);
      context.fill();
    }
  };
  const nearest = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top].map((at) => (at * SIZE) / box.width);
    let found: (typeof points)[number] | null = null;
    let distance = NEAR;
    for (const point of points) {
      const away = Math.hypot(point.x - x, point.y - y);
      if (away < distance) [found, distance] = [point, away];
    }
    return found?.row ?? null;
  };
  const point = (row: ImageRow | null) => {
    if ((row?.image ?? null) === pointed) return;
    pointed = row?.image ?? null;
    setText(named, row ? `${row.name}: ${formatValue(row.baseline)} → ${formatValue(row.challenger)}` : "");
    if (row) onPoint(row.image);
    draw();
  };
  canvas.addEventListener("pointermove", (event) => point(nearest(event)));
  canvas.addEventListener("pointerleave", () => point(null));
  canvas.addEventListener("click", (event) => {
    const row = nearest(event);
    if (row) onOpen(row.image);
  });
  // A theme comes and changes while the page is open: VS Code writes it into the root's style.
  new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });

  return {
    element: figure,
    show(rows, [a, b], [least, most]) {
      const both = rows.filter(({ difference }) => difference !== null);
      const values = both.flatMap(({ baseline, challenger }) => [baseline ?? 0, challenger ?? 0]);
      const from = Number.isFinite(least) ? least : Math.min(0, minimum(values));
      const to = Number.isFinite(most) ? most : maximum(values);
      const place = (value: number) => (to > from ? ((value - from) / (to - from)) * (SIZE - 2 * MARGIN) : 0);
      points = both.map((row) => ({
        row,
        x: MARGIN + place(row.baseline ?? 0),
        y: SIZE - MARGIN - place(row.challenger ?? 0),
      }));
      pointed = null;
      setText(named, "");
      setText(across, `A: ${a} → (${formatValue(from)} to ${formatValue(to)})`);
      setText(up, `B: ${b} →`);
      setAttribute(canvas, "role", "img");
      setAttribute(
        canvas,
        "aria-label",
        `${both.length} images: ${a} across, ${b} up; the table below has the numbers`,
      );
      draw();
    },
  };
}

function minimum(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function maximum(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
