import { formatValue } from "../../ui/format.js";
import { type Axis, toPart } from "../histogram.js";
import type { Part } from "./quantiles.js";
import { ticks } from "./ticks.js";

/** CSS pixels. */
export const HEIGHT = 240;
export const MARGIN = { left: 60, right: 8, top: 8, bottom: 38 } as const;

/** A colour of the theme, by the end of its name. */
export type Colour = (name: string) => string;
export interface Area {
  readonly width: number;
  readonly height: number;
}

export function drawAxes(
  context: CanvasRenderingContext2D,
  [across, up]: readonly [Axis, Axis],
  titles: readonly [across: string, up: string],
  { width, height }: Area,
  colour: Colour,
): void {
  context.strokeStyle = colour("foreground");
  context.fillStyle = colour("descriptionForeground");
  context.lineWidth = 1;
  const line = (x1: number, y1: number, x2: number, y2: number) => {
    context.globalAlpha = 0.14;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
    context.globalAlpha = 1;
  };
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const tick of withZero(across, Math.max(3, Math.floor(width / 48)))) {
    const x = Math.round(MARGIN.left + toPart(across, tick) * width) + 0.5;
    line(x, MARGIN.top, x, MARGIN.top + height);
    context.fillText(tickText(tick), x, MARGIN.top + height + 6);
  }
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const tick of withZero(up, 5)) {
    const y = Math.round(MARGIN.top + (1 - toPart(up, tick)) * height) + 0.5;
    line(MARGIN.left, y, MARGIN.left + width, y);
    context.fillText(tickText(tick), MARGIN.left - 6, y);
  }
  context.textAlign = "center";
  context.textBaseline = "bottom";
  context.fillText(titles[0], MARGIN.left + width / 2, HEIGHT - 2, width);
  context.save();
  context.translate(2, MARGIN.top + height / 2);
  context.rotate(-Math.PI / 2);
  context.textBaseline = "top";
  context.fillText(titles[1], 0, 0, height);
  context.restore();
}

function withZero(axis: Axis, most: number): number[] {
  return axis.positive === undefined ? ticks(axis, most) : [0, ...ticks(axis, most)];
}

/** 1, 10, 100, 1k: as the other charts have it. */
function tickText(tick: number): string {
  if (Math.abs(tick) >= 1e6) return `${tick / 1e6}M`;
  return Math.abs(tick) >= 1e3
    ? `${tick / 1e3}k`
    : formatValue(tick)
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "");
}

export function drawMedians(
  context: CanvasRenderingContext2D,
  parts: readonly Part[],
  [across, up]: readonly [Axis, Axis],
  { width, height }: Area,
  colour: Colour,
): void {
  const points = parts.map(({ x, y }) => [
    MARGIN.left + toPart(across, x) * width,
    MARGIN.top + (1 - toPart(up, y)) * height,
  ]);
  context.strokeStyle = colour("foreground");
  context.fillStyle = colour("editor-background");
  context.lineWidth = 1.5;
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
  for (const [x, y] of points) {
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

/** A ring around the pair that the inspector shows, and its name on the side that has room. */
export function drawOpened(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  name: string,
  width: number,
  colour: Colour,
): void {
  context.strokeStyle = colour("charts-orange");
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 6, 0, 2 * Math.PI);
  context.stroke();
  const isLeft = x > width / 2;
  context.textAlign = isLeft ? "right" : "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = colour("editor-background");
  context.fillStyle = colour("foreground");
  const at = x + (isLeft ? -10 : 10);
  context.strokeText(name, at, y);
  context.fillText(name, at, y);
}
