import { element, setAttribute } from "./dom.js";

/** Widths of what lies to the right, CSS pixels. */
const LEAST = 280;
/** What is left to the stage at least. */
const LEAST_LEFT = 240;
const STEP = 16;

export interface SplitterEvents {
  /** @param width of what lies to the right, CSS pixels; null: as the style sheet says. */
  onResize(width: number | null): void;
}

export interface Splitter {
  readonly element: HTMLElement;
  show(width: number | null): void;
}

/** A sash between two columns, by pointer and by keyboard; a double click or Enter gives the usual width back. */
export function createSplitter(left: HTMLElement, right: HTMLElement, { onResize }: SplitterEvents): Splitter {
  const sash = element("div", {
    class: "sash",
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": "Width of the breakdown",
    title: "Drag to resize; double-click for the usual width",
    "data-testid": "splitter",
  });
  const widest = () => Math.max(LEAST, left.offsetWidth + right.offsetWidth - LEAST_LEFT);
  const show = (width: number | null) => {
    if (width === null) right.style.removeProperty("--width");
    else right.style.setProperty("--width", `${width}px`);
  };
  const resize = (width: number) => {
    const next = Math.round(Math.min(widest(), Math.max(LEAST, width)));
    // At once: the next key may come before the next frame, and counts from here.
    show(next);
    onResize(next);
  };

  sash.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    sash.focus();
    sash.setPointerCapture(event.pointerId);
    sash.classList.add("dragging");
  });
  sash.addEventListener("pointermove", (event) => {
    if (!sash.hasPointerCapture(event.pointerId)) return;
    resize(right.getBoundingClientRect().right - event.clientX);
  });
  const release = () => sash.classList.remove("dragging");
  sash.addEventListener("pointerup", release);
  sash.addEventListener("pointercancel", release);
  sash.addEventListener("dblclick", () => onResize(null));
  sash.addEventListener("keydown", (event) => {
    const width = right.offsetWidth;
    const to: Readonly<Record<string, number | null>> = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: widest(),
      End: LEAST,
      Enter: null,
    };
    if (event.altKey || event.ctrlKey || event.metaKey || !Object.hasOwn(to, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = to[event.key];
    if (next === null) onResize(null);
    else resize(next);
  });
  new ResizeObserver(() => {
    setAttribute(sash, "aria-valuenow", String(right.offsetWidth));
    setAttribute(sash, "aria-valuemin", String(LEAST));
    setAttribute(sash, "aria-valuemax", String(widest()));
  }).observe(right);

  return {
    element: sash,
    show,
  };
}
