import { type Grid, gridOf } from "../paint/grid.js";
import { element } from "../ui/dom.js";
import type { Drawing } from "./drawing.js";
import type { Pane } from "./stageDrawing.js";
import { createSurface } from "./surface.js";
import { cameraFor, fitZoom, type Size, toMask } from "./viewport.js";

/** The longer edge, CSS pixels; on a small stage, this part of it. */
const EDGE = 144;
const PART = 0.3;

/** Less than this much hidden needs no map. */
const NEARLY_ALL = 1.05;

export interface Minimap {
  readonly element: HTMLElement;
  /** @param pane what the camera looks through. */
  show(picture: Pane, drawing: Drawing, pane: Size): void;
}

function miniatureZoom(mask: Size, pane: Size): number {
  return Math.min(EDGE, PART * pane.width, PART * pane.height) / Math.max(mask.width, mask.height);
}

/** The whole mask as the map shows it. @param ratio device pixels a CSS pixel. */
export function miniatureGrid(mask: Size, pane: Size, ratio: number): Grid | null {
  const scale = miniatureZoom(mask, pane) * ratio;
  const [width, height] = [mask.width, mask.height].map((edge) => Math.max(1, Math.round(edge * scale)));
  const box = { x: 0, y: 0, width, height };
  return gridOf(mask, box, box);
}

/** The whole mask, small, and what of it the stage shows; a click or a drag goes there. Arrow keys do the same. */
export function createMinimap(goTo: (x: number, y: number) => void): Minimap {
  const canvas = element("canvas", { class: "minimap-canvas" });
  const frame = element("div", { class: "minimap-frame" });
  const root = element(
    "div",
    { class: "minimap", "aria-hidden": "true", "data-testid": "minimap", hidden: "" },
    canvas,
    frame,
  );
  const surface = createSurface();
  let mask: Size = { width: 1, height: 1 };
  let drawn: readonly unknown[] = [];

  /** Only when it changes: a source image is slow to reduce. */
  const draw = (sheets: Pane["sheets"], grid: Grid, { ratio, theme }: Drawing) => {
    const { width, height } = grid;
    const inputs = [width, height, ratio, ...sheets.flatMap(({ content, opacity }) => [content, opacity])];
    if (inputs.length === drawn.length && inputs.every((input, i) => input === drawn[i])) return;
    drawn = inputs;
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, width, height);
    for (const { id, content, opacity } of sheets) {
      context.globalAlpha = opacity;
      if (content instanceof ImageBitmap) context.drawImage(content, 0, 0, width, height);
      else surface.draw(context, id, content, { fine: grid, quick: null }, ratio);
    }
  };

  const go = (event: PointerEvent) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    goTo(((event.clientX - left) / width) * mask.width, ((event.clientY - top) / height) * mask.height);
  };
  root.addEventListener("pointerdown", (event) => {
    root.setPointerCapture(event.pointerId);
    event.preventDefault();
    go(event);
  });
  root.addEventListener("pointermove", (event) => {
    if (root.hasPointerCapture(event.pointerId)) go(event);
  });

  return {
    element: root,
    show({ sheets }, drawing, pane) {
      const { mask: whole, camera: given, ratio } = drawing;
      mask = whole;
      const camera = cameraFor(given, whole, pane);
      root.hidden = camera.zoom <= fitZoom(whole, pane) * NEARLY_ALL;
      if (root.hidden) return;
      const zoom = miniatureZoom(whole, pane);
      root.style.width = `${whole.width * zoom}px`;
      root.style.height = `${whole.height * zoom}px`;
      const grid = miniatureGrid(whole, pane, ratio);
      if (grid) draw(sheets, grid, drawing);
      const corners = [
        { x: 0, y: 0 },
        { x: pane.width, y: pane.height },
      ].map((corner) => toMask(camera, pane, corner));
      const [from, to] = corners.map(({ x, y }) => ({
        x: Math.min(whole.width, Math.max(0, x)) * zoom,
        y: Math.min(whole.height, Math.max(0, y)) * zoom,
      }));
      frame.style.left = `${from.x}px`;
      frame.style.top = `${from.y}px`;
      frame.style.width = `${to.x - from.x}px`;
      frame.style.height = `${to.y - from.y}px`;
    },
  };
}
