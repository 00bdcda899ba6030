import { element } from "../ui/dom.js";
import { iconButton, textButton } from "../ui/widgets.js";
import { type SheetRow, sheet } from "./keys.js";

/**
 * The sheet of keyboard shortcuts: a modal dialog, so that the browser keeps the focus inside and Escape closes it.
 * @param changeKeys opens the editor of VS Code's own bindings.
 */
export function createKeySheet(changeKeys: () => void): { readonly element: HTMLDialogElement; toggle(): void } {
  const dialog = element("dialog", {
    class: "key-sheet",
    "aria-labelledby": "key-sheet-title",
    "data-testid": "key-sheet",
  });
  const close = iconButton("close", "Close (Esc)", "key-sheet-close", () => dialog.close());
  const groups = sheet().map(({ title, rows }) =>
    element("section", {}, element("h3", {}, title), element("dl", {}, ...rows.flatMap(line))),
  );
  dialog.append(
    element(
      "div",
      { class: "key-sheet-head" },
      element("h2", { id: "key-sheet-title" }, "Keyboard Shortcuts"),
      close.element,
    ),
    element("div", { class: "key-sheet-groups" }, ...groups),
    element(
      "p",
      { class: "key-sheet-foot" },
      "They work while this page has the keyboard: click into it first. All are commands of VS Code too, and can have other keys.",
      textButton("Change Keys…", changeKeys, { testid: "change-keys" }),
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

function line({ keys, does }: SheetRow): HTMLElement[] {
  return [element("dt", {}, ...keys.map((key) => element("kbd", {}, key))), element("dd", {}, does)];
}
