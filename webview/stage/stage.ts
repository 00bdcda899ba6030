import type { Camera } from "../../src/protocol/persisted.js";
import type { Piece } from "../regions/outline.js";
import { createDivider } from "../ui/divider.js";
import { element, setAttribute } from "../ui/dom.js";
import { attachGestures } from "../ui/gestures.js";
import { readTheme, type Theme } from "./drawing.js";
import { createMinimap } from "./minimap.js";
import { createMotion } from "./motion.js";
import { createPaneTitles } from "./paneTitles.js";
import { arrangePanes, type Place } from "./places.js";
import { createRingLayer } from "./ringLayer.js";
import { drawStage, fitCanvas, prepareStage, type StageContent } from "./stageFrame.js";
import { pathOf } from "./stageMarks.js";
import { createSurface } from "./surface.js";
import {
  cameraFor,
  cameraOn,
  clampCamera,
  fitZoom,
  type Point,
  pan,
  pixelAt,
  type Rectangle,
  type Size,
  toMask,
  zoomAt,
} from "./viewport.js";

export interface Stage {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  show(content: StageContent): void;
  /** Draws again, as after a change of theme. */
  redraw(): void;
  /** Zooms around the centre. */
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  /** Outlines a part of the mask; null: none. */
  mark(outline: readonly Piece[] | null): void;
  /** Brings a rectangle of the mask into view, with its surroundings. */
  flyTo(rectangle: Rectangle): void;
  /** False when the whole mask is seen, and there is nowhere to go. */
  panBy(dx: number, dy: number): boolean;
  /** Moves the probe by mask pixels; it starts in the centre of what is seen. */
  moveProbe(dx: number, dy: number): void;
  /** False when there was none. */
  dropProbe(): boolean;
  /** Which of two pictures in one place is seen. */
  setTurn(turn: 0 | 1): void;
  /** Hides every layer but the image, as long as a key is held. */
  setPeek(peek: boolean): void;
}

export interface StageEvents {
  onCamera(camera: Camera | null): void;
  onProbe(pixel: Point | null): void;
  /** The zoom in use changed, be it through the camera or the size of the stage. */
  onZoom(zoom: number): void;
  onSplit(split: number): void;
}

export function createStage({ onCamera, onProbe, onZoom, onSplit }: StageEvents): Stage {
  const canvas = element("canvas", {
    class: "stage-canvas",
    role: "img",
    tabindex: "0",
    "data-testid": "stage-canvas",
    "aria-describedby": "stage-help",
  });
  const titles = createPaneTitles();
  const divider = createDivider(onSplit);
  const minimap = createMinimap((x, y) => change((camera, pane, mask) => clampCamera({ ...camera, x, y }, mask, pane)));
  const root = element("div", { class: "stage" }, canvas, titles.element, divider.element, minimap.element);
  const context = canvas.getContext("2d");
  const surface = createSurface();
  const rings = createRingLayer();

  let content: StageContent | null = null;
  let size: Size = { width: 1, height: 1 };
  let places: readonly Place[] = [];
  let probe: Point | null = null;
  let marked: Path2D | null = null;
  let byKeyboard = false;
  let turn: 0 | 1 = 0;
  let peek = false;
  let requested = false;
  let zoomShown = 0;
  let theme: Theme | null = null;

  const invalidate = () => {
    if (requested) return;
    requested = true;
    requestAnimationFrame(() => {
      requested = false;
      draw();
    });
  };

  const motion = createMotion({
    forRest: () => prepareStage(content, places, "rest"),
    forMovement: () => prepareStage(content, places, "movement"),
    onRest: invalidate,
  });

  /** The pane under a point, as far as it is drawn there. */
  const paneAt = (point: Point): Rectangle | undefined =>
    places.find(
      ({ clip: { x, y, width, height } }) =>
        point.x >= x && point.y >= y && point.x < x + width && point.y < y + height,
    )?.rectangle;

  const within = (pane: Rectangle, point: Point): Point => ({ x: point.x - pane.x, y: point.y - pane.y });

  const change = (by: (camera: Camera, pane: Size, mask: Size) => Camera) => {
    const pane = places[0]?.rectangle;
    if (!content || !pane) return;
    onCamera(by(cameraFor(content.camera, content.mask, pane), pane, content.mask));
  };

  const setProbe = (pixel: Point | null, keyboard: boolean) => {
    byKeyboard = keyboard;
    if (probe?.x === pixel?.x && probe?.y === pixel?.y) return;
    probe = pixel;
    onProbe(pixel);
    invalidate();
  };

  attachGestures(canvas, {
    drag: (dx, dy) => change((camera, pane, mask) => pan(camera, dx, dy, mask, pane)),
    zoom(factor, at) {
      const under = paneAt(at);
      if (under) change((camera, pane, mask) => zoomAt(camera, factor, within(under, at), mask, pane));
    },
    hover(at) {
      const pane = at && paneAt(at);
      if (!at || !pane || !content) return byKeyboard ? undefined : setProbe(null, false);
      const camera = cameraFor(content.camera, content.mask, pane);
      setProbe(pixelAt(toMask(camera, pane, within(pane, at)), content.mask), false);
    },
    fit: () => onCamera(null),
  });

  const draw = () => {
    fitCanvas(canvas, size);
    if (!context || !content || !places[0]) return;
    theme ??= readTheme(root);
    const drawing = drawStage({ context, surface, rings }, content, places, {
      theme,
      moving: motion.isMoving,
      probe,
      byKeyboard,
      marked,
      turn,
      peek,
    });
    minimap.show(content.panes[content.panes.length - 1], drawing, places[0].rectangle);
    canvas.dataset.drawn = String(Number(canvas.dataset.drawn ?? 0) + 1);
  };

  const layOut = () => {
    if (!content) return;
    const { arrangement, panes, mask, camera, split } = content;
    places = arrangePanes(arrangement, panes.length, mask, size, split);
    titles.show(
      arrangement === "single"
        ? []
        : panes.map(({ title }, i) => (arrangement === "blink" && i !== turn ? null : title)),
      places,
    );
    divider.show(arrangement === "swipe" ? split : null);
    const zoom = cameraFor(camera, mask, places[0].rectangle).zoom;
    if (zoom !== zoomShown) {
      zoomShown = zoom;
      onZoom(zoom);
    }
  };

  new ResizeObserver(([entry]) => {
    size = { width: entry.contentRect.width, height: entry.contentRect.height };
    layOut();
    // At once: a canvas that waits for the next frame is seen stretched.
    draw();
  }).observe(root);

  return {
    element: root,
    canvas,
    show(next) {
      if (next.mask.width !== content?.mask.width || next.mask.height !== content.mask.height) setProbe(null, false);
      // Not again: it may have been put into more words since.
      if (next.sentence !== content?.sentence) setAttribute(canvas, "aria-label", next.sentence);
      if (content && content.mask === next.mask && content.camera !== next.camera) motion.move();
      content = next;
      layOut();
      // At once: the page renders in a frame of its own already.
      draw();
      motion.show();
    },
    redraw() {
      theme = null;
      invalidate();
    },
    zoomBy(factor) {
      change((camera, pane, mask) => zoomAt(camera, factor, { x: pane.width / 2, y: pane.height / 2 }, mask, pane));
    },
    zoomTo(zoom) {
      change((camera, pane, mask) => clampCamera({ ...camera, zoom }, mask, pane));
    },
    mark(outline) {
      marked = outline && pathOf(outline);
      invalidate();
    },
    flyTo(rectangle) {
      change((_, pane, mask) => cameraOn(rectangle, mask, pane));
    },
    panBy(dx, dy) {
      if (!content?.camera || content.camera.zoom <= fitZoom(content.mask, places[0].rectangle)) return false;
      change((camera, pane, mask) => pan(camera, dx, dy, mask, pane));
      return true;
    },
    moveProbe(dx, dy) {
      if (!content || !places[0]) return;
      const { mask, camera } = content;
      const from = probe ?? pixelAt(cameraFor(camera, mask, places[0].rectangle), mask) ?? { x: 0, y: 0 };
      const to = (value: number, edge: number) => Math.min(edge - 1, Math.max(0, value));
      setProbe({ x: to(from.x + dx, mask.width), y: to(from.y + dy, mask.height) }, true);
    },
    dropProbe() {
      const had = probe !== null;
      setProbe(null, false);
      return had;
    },
    setTurn(next) {
      turn = next;
      layOut();
      draw();
    },
    setPeek(next) {
      peek = next;
      invalidate();
    },
  };
}
