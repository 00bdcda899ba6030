import { element } from "./dom.js";
import { sheet } from "./keys.js";
import { iconButton } from "./widgets.js";

/** The sheet of keyboard shortcuts: a modal dialog, so that the browser keeps the focus inside and Escape closes it. */
export function createKeySheet(): { readonly element: HTMLDialogElement; toggle(): void } {
  const dialog = element("dialog", {
    class: "key-sheet",
    "aria-labelledby": "key-sheet-title",
    "data-testid": "key-sheet",
  });
  const close = iconButton("close", "Close (Esc)", "key-sheet-close", () => dialog.close());
  dialog.append(
    element(
      "div",
      { class: "key-sheet-head" },
      element("h2", { id: "key-sheet-title" }, "Keyboard Shortcuts"),
      close.element,
    ),
    element(
      "dl",
      {},
      ...sheet.flatMap(([keys, does]) => [
        element("dt", {}, ...keys.map((key) => element("kbd", {}, key))),
        element("dd", {}, does),
      ]),
    ),
  );
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    element: dialog,
    toggle() {
      if (dialog.open) dialog.close();
      else dialog.showModal();
    },
  };
}
