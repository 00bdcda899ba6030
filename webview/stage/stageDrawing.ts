import type { Steps } from "../../src/core/steps.js";
import type { Camera } from "../../src/protocol/persisted.js";
import { type Grid, gridOf } from "../paint/grid.js";
import type { Picture } from "../paint/picture.js";
import type { Drawing } from "./drawing.js";
import { drawPixelGrid } from "./pixelGrid.js";
import { drawMarks } from "./stageMarks.js";
import type { Grids } from "./surface.js";
import { cameraFor, type Rectangle, type Size, toPane } from "./viewport.js";
import { drawWrapped } from "./wrappedText.js";

/** One picture of a pane; later ones lie over earlier ones. */
export interface Sheet {
  /** Names it among those of the pane. */
  readonly id: string;
  readonly content: Picture | ImageBitmap;
  readonly opacity: number;
}

/** One place of the stage. */
export interface Pane {
  readonly title: string;
  readonly sheets: readonly Sheet[];
  /** What to say when there is nothing to draw. */
  readonly missing?: string;
}

/**
 * Draws one pane.
 *
 * @param name tells its pictures from those of other panes.
 * @param rectangle where, in CSS pixels.
 * @param clip the part of it that is drawn.
 */
export function drawPane(
  { sheets, missing }: Pane,
  name: string,
  rectangle: Rectangle,
  clip: Rectangle,
  drawing: Drawing,
): void {
  const { context, surface, mask, ratio, theme } = drawing;
  const { box, visible, grid, quick } = outputOf(rectangle, drawing);
  const scale = box.width / mask.width;
  const within = scaled(clip, ratio);

  context.save();
  context.beginPath();
  context.rect(Math.round(within.x), Math.round(within.y), Math.round(within.width), Math.round(within.height));
  context.clip();
  context.fillStyle = theme.paper;
  context.fillRect(box.x, box.y, box.width, box.height);
  for (const { id, content, opacity } of sheets) {
    context.globalAlpha = opacity;
    if (content instanceof ImageBitmap) {
      context.imageSmoothingEnabled = scale < 1;
      context.drawImage(content, box.x, box.y, box.width, box.height);
    } else if (grid) surface.draw(context, `${name} ${id}`, content, { fine: grid, quick }, ratio);
  }
  context.globalAlpha = 1;
  if (grid) drawPixelGrid(grid, box, drawing);
  if (missing) {
    context.fillStyle = theme.text;
    drawWrapped(context, missing, visible, { font: theme.font, height: 13 * ratio });
  }
  drawMarks(name, box, visible, drawing);
  context.restore();
}

/** Readies the pictures of a pane to be drawn. */
export function* preparePane({ sheets }: Pane, grid: Grid | null): Steps {
  if (!grid) return;
  for (const { content } of sheets) {
    if (!(content instanceof ImageBitmap) && content.prepare) yield* content.prepare(grid);
  }
}

/** Where the mask of a pane lies and what is seen of it, in device pixels; under way also a coarser grid of that. */
export function outputOf(
  rectangle: Rectangle,
  { camera, mask, ratio, moving }: Pick<Drawing, "camera" | "mask" | "ratio" | "moving">,
): {
  readonly box: Rectangle;
  readonly visible: Rectangle;
  readonly grid: Grid | null;
  readonly quick: Grids["quick"];
} {
  const box = boxOf(camera, mask, rectangle, ratio);
  const visible = scaled(rectangle, ratio);
  const quick = moving ? () => gridOf(mask, box, visible, 0) : null;
  return { box, visible, grid: gridOf(mask, box, visible), quick };
}

/** Where the whole mask lies, in device pixels: whole ones, so that at 1:1 a mask pixel is one of the screen, no blend of two. */
export function boxOf(given: Camera | null, mask: Size, rectangle: Rectangle, ratio: number): Rectangle {
  const camera = cameraFor(given, mask, rectangle);
  const corner = toPane(camera, rectangle, { x: 0, y: 0 });
  const scale = camera.zoom * ratio;
  return {
    x: Math.round((rectangle.x + corner.x) * ratio),
    y: Math.round((rectangle.y + corner.y) * ratio),
    width: mask.width * scale,
    height: mask.height * scale,
  };
}

export function scaled({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}
