import { element, setAttribute } from "./dom.js";
import { formatPercent } from "./format.js";

/** A step of the arrow keys, and with Shift. */
const STEP = 0.02;
const FAR = 0.1;

export interface Divider {
  readonly element: HTMLElement;
  /** null hides it. */
  show(split: number | null): void;
}

/** The line between the two pictures of a swipe; it is dragged, or moved by arrow keys. */
export function createDivider(onSplit: (split: number) => void): Divider {
  const root = element(
    "div",
    {
      class: "divider",
      role: "slider",
      tabindex: "0",
      "aria-label": "Divider between the two pictures",
      "aria-orientation": "horizontal",
      "aria-valuemin": "0",
      "aria-valuemax": "1",
      "data-testid": "divider",
      hidden: "",
    },
    element("span", { class: "divider-grip", "aria-hidden": "true" }),
  );
  let shown = 0.5;

  root.addEventListener("pointerdown", (event) => {
    root.setPointerCapture(event.pointerId);
    event.preventDefault();
    root.focus();
  });
  root.addEventListener("pointermove", (event) => {
    const stage = root.parentElement?.getBoundingClientRect();
    if (stage && root.hasPointerCapture(event.pointerId)) onSplit((event.clientX - stage.left) / stage.width);
  });
  root.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? FAR : STEP;
    const to = { ArrowLeft: shown - step, ArrowRight: shown + step, Home: 0, End: 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSplit(to);
  });

  return {
    element: root,
    show(split) {
      root.hidden = split === null;
      if (split === null) return;
      shown = split;
      root.style.left = `${split * 100}%`;
      setAttribute(root, "aria-valuenow", split.toFixed(2));
      setAttribute(root, "aria-valuetext", formatPercent(split));
    },
  };
}
