import { element } from "./dom.js";

/** Space between the anchor and what it opens, CSS pixels. */
const GAP = 4;
/** Least distance to the edges of the page. */
const EDGE = 8;

export interface Popover {
  readonly element: HTMLElement;
  /** What opens it, and where it hangs. */
  anchorAt(anchor: HTMLElement): void;
  toggle(): void;
}

/** Something that opens under a button, and closes by Escape or a click elsewhere; the browser gives the focus back. */
export function createPopover(content: HTMLElement, testid: string): Popover {
  const root = element("div", { class: "popover", popover: "auto", "data-testid": testid }, content);
  let anchor: HTMLElement | null = null;
  /** The anchor was pressed while open: the press closes it before the click that follows. */
  let isClosing = false;

  root.addEventListener("toggle", (event) => {
    const isOpen = event instanceof ToggleEvent && event.newState === "open";
    anchor?.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return;
    place();
    root.querySelector<HTMLElement>("input:not(:disabled), select, button, vscode-dropdown")?.focus();
  });

  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    // Else the page would take it for its own, and the browser not close what is open.
    event.stopPropagation();
    root.hidePopover();
  });

  const place = () => {
    if (!anchor) return;
    const { left, bottom } = anchor.getBoundingClientRect();
    const { width } = root.getBoundingClientRect();
    root.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
    root.style.top = `${bottom + GAP}px`;
    root.style.maxHeight = `${window.innerHeight - bottom - GAP - EDGE}px`;
  };
  window.addEventListener("resize", () => {
    if (root.matches(":popover-open")) place();
  });

  return {
    element: root,
    anchorAt(target) {
      anchor = target;
      target.setAttribute("aria-expanded", "false");
      target.addEventListener("pointerdown", () => {
        isClosing = root.matches(":popover-open");
      });
    },
    toggle() {
      root.togglePopover(isClosing ? false : undefined);
      isClosing = false;
    },
  };
}
