import { gridOf } from "../paint/grid.js";
import { element } from "../ui/dom.js";
import type { Drawing } from "./drawing.js";
import type { Pane } from "./stageDrawing.js";
import { createSurface } from "./surface.js";
import { cameraFor, fitZoom, type Rectangle, type Size, toMask } from "./viewport.js";

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
  const draw = (sheets: Pane["sheets"], box: Rectangle, { mask, ratio, theme }: Drawing) => {
    const inputs = [box.width, box.height, ratio, ...sheets.flatMap(({ content, opacity }) => [content, opacity])];
    if (inputs.length === drawn.length && inputs.every((input, i) => input === drawn[i])) return;
    drawn = inputs;
    canvas.width = box.width;
    canvas.height = box.height;
    const context = canvas.getContext("2d");
    const grid = gridOf(mask, box, box);
    if (!context || !grid) return;
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, box.width, box.height);
    for (const { id, content, opacity } of sheets) {
      context.globalAlpha = opacity;
      if (content instanceof ImageBitmap) context.drawImage(content, 0, 0, box.width, box.height);
      else surface.draw(context, id, content, grid, ratio);
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
      const edge = Math.min(EDGE, PART * pane.width, PART * pane.height);
      const zoom = edge / Math.max(whole.width, whole.height);
      const [width, height] = [whole.width * zoom, whole.height * zoom];
      root.style.width = `${width}px`;
      root.style.height = `${height}px`;
      const pixels = (edge: number) => Math.max(1, Math.round(edge * ratio));
      draw(sheets, { x: 0, y: 0, width: pixels(width), height: pixels(height) }, drawing);
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
