import { sameWindow } from "../../src/core/boundary/boxSum.js";
import type { Piece } from "../regions/outline.js";
import type { Drawing } from "./drawing.js";
import type { Rectangle } from "./viewport.js";

/** The frame is never smaller than can be seen, CSS pixels. */
const LEAST_FRAME = 7;

/** Rings around specks, what is outlined, the window at the probe and the probe: white within black, to show on any colour. */
export function drawMarks(
  pane: string,
  box: Rectangle,
  visible: Rectangle,
  { context, mask, ratio, probe, marked, window, specks, rings }: Drawing,
): void {
  const scale = box.width / mask.width;
  const twice = (path: () => void, width: number) => {
    for (const [colour, line] of [
      ["black", width + 2],
      ["white", width],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = line * ratio;
      context.beginPath();
      path();
      context.stroke();
    }
  };
  rings.draw(context, pane, { specks, box, visible, scale, ratio });
  if (marked) drawOutline(context, marked, box, scale, ratio);
  if (!probe) return;
  const [x, y] = [box.x + probe.x * scale, box.y + probe.y * scale];
  if (window !== null) {
    const { before } = sameWindow(window);
    const edge = window * scale;
    context.setLineDash([4 * ratio, 4 * ratio]);
    twice(() => context.rect(x - before * scale, y - before * scale, edge, edge), 1);
    context.setLineDash([]);
  }
  const edge = Math.max(scale, LEAST_FRAME * ratio);
  const inset = (edge - scale) / 2;
  twice(() => context.rect(x - inset - ratio, y - inset - ratio, edge + 2 * ratio, edge + 2 * ratio), 1);
}

export function pathOf(pieces: readonly Piece[]): Path2D {
  const path = new Path2D();
  for (const [x1, y1, x2, y2] of pieces) {
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
  }
  return path;
}

/** Of the same width at every zoom. */
function drawOutline(
  context: CanvasRenderingContext2D,
  path: Path2D,
  box: Rectangle,
  scale: number,
  ratio: number,
): void {
  context.save();
  context.translate(box.x, box.y);
  context.scale(scale, scale);
  context.lineCap = "square";
  for (const [width, colour] of [
    [4, "black"],
    [2, "white"],
  ] as const) {
    context.lineWidth = (width * ratio) / scale;
    context.strokeStyle = colour;
    context.stroke(path);
  }
  context.restore();
}
