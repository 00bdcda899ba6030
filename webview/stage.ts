import type { Camera } from "../src/protocol/persisted.js";
import { element, setAttribute } from "./dom.js";
import { attachGestures } from "./gestures.js";
import type { Piece } from "./regions/outline.js";
import { type Drawing, drawPane, type Pane, pathOf } from "./stageDrawing.js";
import { createSurface } from "./surface.js";
import {
  arrangePanes,
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

export interface Picture {
  readonly mask: Size;
  readonly panes: readonly Pane[];
  readonly camera: Camera | null;
  readonly sentence: string;
}

export interface Stage {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  show(picture: Picture): void;
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
  /** False when there was no probe. */
  dropProbe(): boolean;
}

export interface StageEvents {
  onCamera(camera: Camera | null): void;
  onProbe(pixel: Point | null): void;
  /** The zoom in use changed, be it through the camera or the size of the stage. */
  onZoom(zoom: number): void;
}

/** From this zoom on the pixel under the pointer is framed; below, the frame would hide what it points at. */
const PROBE_ZOOM = 4;

export function createStage({ onCamera, onProbe, onZoom }: StageEvents): Stage {
  const canvas = element("canvas", {
    class: "stage-canvas",
    role: "img",
    tabindex: "0",
    "data-testid": "stage-canvas",
    "aria-describedby": "stage-help",
  });
  const titles = element("div", { class: "pane-titles", "aria-hidden": "true" });
  const root = element("div", { class: "stage" }, canvas, titles);
  const context = canvas.getContext("2d");
  const surface = createSurface();

  let picture: Picture | null = null;
  let size: Size = { width: 1, height: 1 };
  let panes: readonly Rectangle[] = [];
  let probe: Point | null = null;
  let marked: Path2D | null = null;
  let byKeyboard = false;
  let requested = false;
  let zoomShown = 0;

  const invalidate = () => {
    if (requested) return;
    requested = true;
    requestAnimationFrame(() => {
      requested = false;
      draw();
    });
  };

  const paneAt = (point: Point): Rectangle | undefined =>
    panes.find(
      ({ x, y, width, height }) => point.x >= x && point.y >= y && point.x < x + width && point.y < y + height,
    );

  const within = (pane: Rectangle, point: Point): Point => ({ x: point.x - pane.x, y: point.y - pane.y });

  const change = (by: (camera: Camera, pane: Size, mask: Size) => Camera) => {
    const [pane] = panes;
    if (!picture || !pane) return;
    onCamera(by(cameraFor(picture.camera, picture.mask, pane), pane, picture.mask));
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
      if (!at || !pane || !picture) return byKeyboard ? undefined : setProbe(null, false);
      const camera = cameraFor(picture.camera, picture.mask, pane);
      setProbe(pixelAt(toMask(camera, pane, within(pane, at)), picture.mask), false);
    },
    fit: () => onCamera(null),
  });

  const draw = () => {
    const ratio = window.devicePixelRatio;
    const [width, height] = [size.width, size.height].map((edge) => Math.max(1, Math.round(edge * ratio)));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    if (!context || !picture) return;
    context.clearRect(0, 0, width, height);
    const { mask, camera, panes: shown } = picture;
    const close = cameraFor(camera, mask, panes[0]).zoom >= PROBE_ZOOM;
    const drawing: Drawing = {
      context,
      surface,
      mask,
      camera,
      ratio,
      theme: getComputedStyle(root),
      marked,
      probe: byKeyboard || shown.length > 1 || close ? probe : null,
    };
    for (const [i, pane] of shown.entries()) drawPane(pane, panes[i], drawing);
  };

  const layOut = () => {
    if (!picture) return;
    panes = arrangePanes(picture.panes.length, picture.mask, size);
    titles.replaceChildren(
      ...(picture.panes.length < 2 ? [] : picture.panes).map(({ title }, i) => {
        const label = element("span", { class: "pane-title" }, title);
        label.style.left = `${panes[i].x}px`;
        label.style.top = `${panes[i].y}px`;
        label.style.maxWidth = `${panes[i].width}px`;
        return label;
      }),
    );
    const zoom = cameraFor(picture.camera, picture.mask, panes[0]).zoom;
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
      if (next.mask.width !== picture?.mask.width || next.mask.height !== picture.mask.height) setProbe(null, false);
      const same = sameLook(picture, next);
      picture = next;
      setAttribute(canvas, "aria-label", next.sentence);
      if (same) return;
      layOut();
      invalidate();
    },
    redraw: invalidate,
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
      if (!picture?.camera || picture.camera.zoom <= fitZoom(picture.mask, panes[0])) return false;
      change((camera, pane, mask) => pan(camera, dx, dy, mask, pane));
      return true;
    },
    moveProbe(dx, dy) {
      if (!picture) return;
      const { mask, camera } = picture;
      const from = probe ?? pixelAt(cameraFor(camera, mask, panes[0]), mask) ?? { x: 0, y: 0 };
      const to = (value: number, edge: number) => Math.min(edge - 1, Math.max(0, value));
      setProbe({ x: to(from.x + dx, mask.width), y: to(from.y + dy, mask.height) }, true);
    },
    dropProbe() {
      const had = probe !== null;
      setProbe(null, false);
      return had;
    },
  };
}

/** Whether two pictures look the same. */
function sameLook(a: Picture | null, b: Picture): boolean {
  return (
    a?.camera === b.camera &&
    a.mask === b.mask &&
    a.panes.length === b.panes.length &&
    a.panes.every((pane, i) => {
      const other = b.panes[i];
      return (
        pane.painted === other.painted &&
        pane.base === other.base &&
        pane.opacity === other.opacity &&
        pane.title === other.title &&
        pane.missing === other.missing
      );
    })
  );
}
