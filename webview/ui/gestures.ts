import type { Point } from "../stage/viewport.js";

/** What the pointer asks of the stage; points are CSS pixels from the corner of the canvas. */
export interface Gestures {
  drag(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
  hover(at: Point | null): void;
  fit(): void;
}

/** One notch of a mouse wheel, about 100 units, zooms by a fifth. */
const PER_UNIT = Math.log(1.2) / 100;
/** A trackpad's pinch arrives as a wheel with Ctrl, in far smaller units. */
const PER_PINCH_UNIT = 0.01;
const UNITS_PER_LINE = 33;

export function attachGestures(canvas: HTMLCanvasElement, gestures: Gestures): void {
  const down = new Map<number, Point>();
  const at = (event: MouseEvent): Point => ({ x: event.offsetX, y: event.offsetY });

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
  });

  canvas.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    const now = at(event);
    if (!before) {
      gestures.hover(now);
      return;
    }
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const [spreadBefore, spreadNow] = [before, now].map((point) => Math.hypot(point.x - other.x, point.y - other.y));
      if (spreadBefore > 0)
        gestures.zoom(spreadNow / spreadBefore, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else {
      gestures.drag(now.x - before.x, now.y - before.y);
      canvas.classList.add("dragging");
    }
    down.set(event.pointerId, now);
  });

  const release = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (down.size === 0) canvas.classList.remove("dragging");
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => gestures.hover(null));
  canvas.addEventListener("dblclick", () => gestures.fit());

  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const units = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * UNITS_PER_LINE;
      const pinch = event.ctrlKey && Math.abs(units) < 50;
      gestures.zoom(Math.exp(-units * (pinch ? PER_PINCH_UNIT : PER_UNIT)), at(event));
    },
    { passive: false },
  );
}
