import type { Camera } from "../src/protocol/persisted.js";
import { element, setAttribute } from "./dom.js";
import { attachGestures } from "./gestures.js";
import { createHatches } from "./hatch.js";
import type { Painted } from "./painter.js";
import {
  arrangePanes,
  cameraFor,
  clampCamera,
  fitZoom,
  type Point,
  pan,
  pixelAt,
  type Rectangle,
  type Size,
  toMask,
  toPane,
  zoomAt,
} from "./viewport.js";

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
  /** False when the whole mask is seen, and there is nowhere to go. */
  panBy(dx: number, dy: number): boolean;
  /** Moves the probe by mask pixels; it starts in the centre of what is seen. */
  moveProbe(dx: number, dy: number): void;
  dropProbe(): void;
}

export interface StageEvents {
  onCamera(camera: Camera | null): void;
  onProbe(pixel: Point | null): void;
  /** The zoom in use changed, be it through the camera or the size of the stage. */
  onZoom(zoom: number): void;
}

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
  const scratch = element("canvas").getContext("2d");

  let picture: Picture | null = null;
  let size: Size = { width: 1, height: 1 };
  let panes: readonly Rectangle[] = [];
  let probe: Point | null = null;
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
    if (!context || !scratch || !picture) return;
    if (scratch.canvas.width !== width || scratch.canvas.height !== height) {
      scratch.canvas.width = width;
      scratch.canvas.height = height;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    const theme = getComputedStyle(root);
    const hatches = createHatches(context, ratio);
    panes.forEach((rectangle, i) => {
      const pane = picture?.panes[i];
      if (pane && picture) drawPane(pane, rectangle, picture, { ratio, theme, hatches, context, scratch });
    });
  };

  const drawPane = (
    { painted, base, opacity, missing }: Pane,
    rectangle: Rectangle,
    { mask, camera: kept, panes: shown }: Picture,
    { ratio, theme, hatches, context, scratch }: Drawing,
  ) => {
    const camera = cameraFor(kept, mask, rectangle);
    const corner = toPane(camera, rectangle, { x: 0, y: 0 });
    const left = (rectangle.x + corner.x) * ratio;
    const top = (rectangle.y + corner.y) * ratio;
    const scale = camera.zoom * ratio;
    const box = [left, top, mask.width * scale, mask.height * scale] as const;
    const clip = new Path2D();
    clip.rect(rectangle.x * ratio, rectangle.y * ratio, rectangle.width * ratio, rectangle.height * ratio);

    context.save();
    context.clip(clip);
    context.fillStyle = theme.getPropertyValue("--paper");
    context.fillRect(...box);
    // Pixels stay crisp when enlarged; when reduced, dropping pixels would hide specks.
    context.imageSmoothingEnabled = scale < 1;
    if (base) context.drawImage(base, ...box);
    if (painted) {
      context.globalAlpha = opacity;
      context.drawImage(painted.canvas, ...box);
      for (const { hatch, canvas: stencil } of painted.stencils) {
        const pattern = hatches[hatch];
        if (!pattern) continue;
        pattern.setTransform(new DOMMatrix().translate(left, top));
        scratch.save();
        scratch.clearRect(0, 0, scratch.canvas.width, scratch.canvas.height);
        scratch.clip(clip);
        scratch.imageSmoothingEnabled = scale < 1;
        scratch.drawImage(stencil, ...box);
        scratch.globalCompositeOperation = "source-in";
        scratch.fillStyle = pattern;
        scratch.fillRect(0, 0, scratch.canvas.width, scratch.canvas.height);
        scratch.restore();
        context.drawImage(scratch.canvas, 0, 0);
      }
      context.globalAlpha = 1;
    }
    if (missing) {
      context.fillStyle = theme.getPropertyValue("--vscode-descriptionForeground");
      context.font = `${13 * ratio}px ${theme.fontFamily}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(
        missing,
        (rectangle.x + rectangle.width / 2) * ratio,
        (rectangle.y + rectangle.height / 2) * ratio,
      );
    }
    if (probe && (byKeyboard || shown.length > 1 || camera.zoom >= 4)) {
      drawProbe(context, left + probe.x * scale, top + probe.y * scale, scale, ratio);
    }
    context.restore();
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
      picture = next;
      setAttribute(canvas, "aria-label", next.sentence);
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
    dropProbe: () => setProbe(null, false),
  };
}

interface Drawing {
  readonly ratio: number;
  readonly theme: CSSStyleDeclaration;
  readonly hatches: ReturnType<typeof createHatches>;
  readonly context: CanvasRenderingContext2D;
  readonly scratch: CanvasRenderingContext2D;
}

/** A frame around a pixel, dark and light so that it shows on every colour; never smaller than can be seen. */
function drawProbe(context: CanvasRenderingContext2D, x: number, y: number, scale: number, ratio: number): void {
  const edge = Math.max(scale, 7 * ratio);
  const inset = (edge - scale) / 2;
  const frame = (grow: number, colour: string) => {
    context.strokeStyle = colour;
    context.lineWidth = ratio;
    context.strokeRect(
      x - inset - grow * ratio,
      y - inset - grow * ratio,
      edge + 2 * grow * ratio,
      edge + 2 * grow * ratio,
    );
  };
  frame(1.5, "rgb(0 0 0)");
  frame(0.5, "rgb(255 255 255)");
}
