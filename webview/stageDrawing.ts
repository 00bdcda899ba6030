import type { Camera } from "../src/protocol/persisted.js";
import type { Painted } from "./painter.js";
import type { Piece } from "./regions/outline.js";
import type { Surface } from "./surface.js";
import { cameraFor, type Point, type Rectangle, type Size, toPane } from "./viewport.js";

/** One picture of the stage. */
export interface Pane {
  readonly title: string;
  /** null: nothing but the source image. */
  readonly painted: Painted | null;
  readonly base: ImageBitmap | null;
  /** Of the painted layer. */
  readonly opacity: number;
  /** What to say when there is nothing to draw. */
  readonly missing?: string;
}

export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly surface: Surface;
  readonly mask: Size;
  readonly camera: Camera | null;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly theme: CSSStyleDeclaration;
  /** What is outlined, in mask coordinates. */
  readonly marked: Path2D | null;
  /** The pixel to frame. */
  readonly probe: Point | null;
}

/** Draws one pane. @param rectangle where, in CSS pixels. */
export function drawPane({ painted, base, opacity, missing }: Pane, rectangle: Rectangle, drawing: Drawing): void {
  const { context, surface, mask, ratio, theme, marked, probe } = drawing;
  const camera = cameraFor(drawing.camera, mask, rectangle);
  const corner = toPane(camera, rectangle, { x: 0, y: 0 });
  const scale = camera.zoom * ratio;
  const visible = scaled(rectangle, ratio);
  // Whole device pixels: at 1:1 a mask pixel is then one of the screen, not a blend of two.
  const box: Rectangle = {
    x: Math.round((rectangle.x + corner.x) * ratio),
    y: Math.round((rectangle.y + corner.y) * ratio),
    width: mask.width * scale,
    height: mask.height * scale,
  };

  context.save();
  context.beginPath();
  context.rect(visible.x, visible.y, visible.width, visible.height);
  context.clip();
  context.fillStyle = theme.getPropertyValue("--paper");
  context.fillRect(box.x, box.y, box.width, box.height);
  if (base) {
    context.imageSmoothingEnabled = scale < 1;
    context.drawImage(base, box.x, box.y, box.width, box.height);
  }
  if (painted) {
    context.globalAlpha = opacity;
    surface.draw(context, painted, box, visible, ratio);
    context.globalAlpha = 1;
  }
  if (missing) {
    context.fillStyle = theme.color;
    context.font = `${13 * ratio}px ${theme.fontFamily}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(missing, visible.x + visible.width / 2, visible.y + visible.height / 2);
  }
  if (marked) drawMark(context, marked, box, scale, ratio);
  if (probe) drawProbe(context, box.x + probe.x * scale, box.y + probe.y * scale, scale, ratio);
  context.restore();
}

export function pathOf(pieces: readonly Piece[]): Path2D {
  const path = new Path2D();
  for (const [x1, y1, x2, y2] of pieces) {
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
  }
  return path;
}

/** An outline, white within black so that it shows on every colour; of the same width at every zoom. */
function drawMark(context: CanvasRenderingContext2D, path: Path2D, box: Rectangle, scale: number, ratio: number): void {
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

function scaled({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}

/** The frame is never smaller than can be seen, CSS pixels. */
const LEAST_FRAME = 7;

/** A frame around a pixel, dark and light so that it shows on every colour. */
function drawProbe(context: CanvasRenderingContext2D, x: number, y: number, scale: number, ratio: number): void {
  const edge = Math.max(scale, LEAST_FRAME * ratio);
  const inset = (edge - scale) / 2;
  const frame = (grow: number, colour: string) => {
    const out = grow * ratio;
    context.strokeStyle = colour;
    context.lineWidth = ratio;
    context.strokeRect(x - inset - out, y - inset - out, edge + 2 * out, edge + 2 * out);
  };
  frame(1.5, "black");
  frame(0.5, "white");
}
