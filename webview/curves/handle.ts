import { element, setAttribute } from "../ui/dom.js";
import type { Plot } from "../ui/plot.js";

export interface HandleEvents {
  turn(threshold: number): void;
  /** A threshold that a drag which comes near is meant for. */
  target(): number | null;
}

/** CSS pixels. */
const NEAR = 4;
const STEP = 0.01;
const LEAP = 0.1;

/** The threshold as a line on a chart: dragged anywhere on the plot, or turned by the keys of a slider. */
export function createHandle(plot: Plot, { turn, target }: HandleEvents) {
  const line = element("div", {
    class: "threshold-line",
    role: "slider",
    tabindex: "0",
    "aria-label": "Threshold",
    "aria-valuemin": "0",
    "aria-valuemax": "1",
    "data-testid": "threshold-line",
  });
  const { over } = plot;
  over.append(line);
  over.classList.add("drags");
  let shown = 0;

  const place = () => {
    line.style.transform = `translateX(${plot.toPixels(shown)}px)`;
  };
  const follow = (event: PointerEvent) => {
    const pixels = event.clientX - over.getBoundingClientRect().left;
    const near = target();
    const isNear = near !== null && Math.abs(plot.toPixels(near) - pixels) <= NEAR;
    turn(isNear ? near : Math.round(100 * Math.min(1, Math.max(0, plot.toValue(pixels)))) / 100);
  };
  over.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    over.setPointerCapture(event.pointerId);
    line.focus();
    follow(event);
    event.preventDefault();
  });
  over.addEventListener("pointermove", (event) => {
    if (over.hasPointerCapture(event.pointerId)) follow(event);
  });
  line.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = keyed(event.key, shown);
    if (to === null) return;
    // Keys may come faster than frames: the next must start from here.
    shown = Math.min(1, Math.max(0, to));
    turn(shown);
    event.preventDefault();
    event.stopPropagation();
  });
  plot.onResize(place);
  return {
    show(threshold: number, words: string) {
      shown = threshold;
      setAttribute(line, "aria-valuenow", String(threshold));
      setAttribute(line, "aria-valuetext", words);
      place();
    },
  };
}

function keyed(key: string, value: number): number | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return value - STEP;
    case "ArrowRight":
    case "ArrowUp":
      return value + STEP;
    case "PageDown":
      return value - LEAP;
    case "PageUp":
      return value + LEAP;
    case "Home":
      return 0;
    case "End":
      return 1;
    default:
      return null;
  }
}
