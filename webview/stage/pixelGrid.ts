import type { Grid } from "../paint/grid.js";
import type { Drawing } from "./drawing.js";
import type { Rectangle } from "./viewport.js";

/** CSS pixels a mask pixel from which on lines part them, and from which on each holds its number. */
const LINES = 12;
const NUMBERS = 30;

/** Close up: lines between the pixels, then the number of each. */
export function drawPixelGrid(
  { columns, rows, width, height }: Grid,
  box: Rectangle,
  { context, mask, ratio, print, theme }: Drawing,
): void {
  const scale = box.width / mask.width;
  const zoom = scale / ratio;
  if (zoom < LINES) return;
  const [left, right] = [columns.from[0], columns.to[width - 1]];
  const [top, bottom] = [rows.from[0], rows.to[height - 1]];
  const [x0, x1] = [left, right].map((x) => box.x + x * scale);
  const [y0, y1] = [top, bottom].map((y) => box.y + y * scale);
  context.fillStyle = theme.line;
  for (let x = left; x <= right; x++) context.fillRect(Math.round(box.x + x * scale), y0, 1, y1 - y0);
  for (let y = top; y <= bottom; y++) context.fillRect(x0, Math.round(box.y + y * scale), x1 - x0, 1);
  if (zoom < NUMBERS || !print) return;
  context.font = `${Math.round(Math.min(12, zoom / 3.4) * ratio)}px ${theme.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 2.5 * ratio;
  context.lineJoin = "round";
  context.strokeStyle = "rgb(0 0 0 / 0.75)";
  context.fillStyle = "white";
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const text = print({ x, y });
      const [cx, cy] = [box.x + (x + 0.5) * scale, box.y + (y + 0.5) * scale];
      context.strokeText(text, cx, cy);
      context.fillText(text, cx, cy);
    }
  }
}
