import { element } from "../ui/dom.js";

/** A panel that hangs below what opened it; it closes by Escape and by a click elsewhere, as the browser's popovers do. */
export interface Popup {
  readonly element: HTMLElement;
  open(anchor: HTMLElement, content: readonly HTMLElement[]): void;
  close(): void;
  readonly isOpen: boolean;
}

/** Space to the edges of the page. */
const EDGE = 4;

/** @param onClose the panel closed: the keyboard is given back. */
export function createPopup(label: string, testid: string, onClose: () => void): Popup {
  const panel = element("div", {
    class: "popup",
    popover: "auto",
    role: "dialog",
    "aria-label": label,
    "data-testid": testid,
  });
  const place = (anchor: HTMLElement) => {
    const { left, bottom } = anchor.getBoundingClientRect();
    const { width, height } = panel.getBoundingClientRect();
    panel.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
    panel.style.top = `${Math.max(EDGE, Math.min(bottom, innerHeight - height - EDGE))}px`;
  };
  panel.addEventListener("toggle", (event) => {
    if (event instanceof ToggleEvent && event.newState === "closed") onClose();
  });
  return {
    element: panel,
    open(anchor, content) {
      panel.replaceChildren(...content);
      panel.showPopover();
      place(anchor);
      panel.querySelector<HTMLElement>("input, button, vscode-dropdown")?.focus();
    },
    close: () => panel.hidePopover(),
    get isOpen() {
      return panel.matches(":popover-open");
    },
  };
}
