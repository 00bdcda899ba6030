import { element, icon, setAttribute } from "./dom.js";

/** How long the button says that it has copied, in milliseconds. */
export const THANKS = 1500;

export interface CopyButton {
  readonly element: HTMLElement;
  /** Sets its name, and hides it, keeping its place, where there is nothing to copy. */
  show(label: string, available: boolean): void;
}

/** A button of an icon that copies, and says so with a tick. */
export function copyButton(label: string, testid: string, copy: () => Promise<void>): CopyButton {
  const symbol = icon("copy");
  const button = element("button", { type: "button", class: "copy", "data-testid": testid }, symbol);
  let name = label;
  let thanking: ReturnType<typeof setTimeout> | undefined;
  const describe = (copied: boolean) => {
    symbol.className = `codicon codicon-${copied ? "check" : "copy"}`;
    const text = copied ? "Copied" : name;
    setAttribute(button, "aria-label", text);
    setAttribute(button, "title", text);
  };
  button.addEventListener("click", async () => {
    try {
      await copy();
    } catch {
      // The host has told the person why.
      return;
    }
    describe(true);
    clearTimeout(thanking);
    thanking = setTimeout(() => {
      thanking = undefined;
      describe(false);
    }, THANKS);
  });
  describe(false);
  return {
    element: button,
    show(next, available) {
      setAttribute(button, "data-empty", available ? null : "");
      button.disabled = !available;
      if (next === name) return;
      name = next;
      if (thanking === undefined) describe(false);
    },
  };
}
