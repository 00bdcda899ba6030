import { type ActionId, specOf } from "../../src/protocol/actions.js";
import { strokeText } from "../frame/keys.js";
import { element, setAttribute } from "./dom.js";
import { iconButton } from "./widgets.js";

/** A button that opens a menu of actions, as the "…" of VS Code's own views does. */
export function actionMenu(
  label: string,
  testid: string,
  groups: ReadonlyArray<readonly ActionId[]>,
  run: (action: ActionId) => void,
): HTMLElement {
  const items = groups.map((group) =>
    group.map((action) => {
      const { title, keys } = specOf(action);
      const item = element(
        "button",
        { type: "button", class: "menu-item", role: "menuitem", tabindex: "-1", "data-testid": `menu-${action}` },
        element("span", {}, title),
        keys.length > 0 ? element("span", { class: "menu-key", "aria-hidden": "true" }, strokeText(keys[0])) : null,
      );
      item.addEventListener("click", () => {
        menu.hidePopover();
        run(action);
      });
      return item;
    }),
  );
  const menu = element(
    "div",
    { class: "menu", role: "menu", popover: "auto", "aria-label": label },
    ...items.flatMap((group, i) => (i === 0 ? group : [element("hr", { role: "separator" }), ...group])),
  );
  const all = items.flat();
  const button = iconButton("ellipsis", label, testid, () => menu.togglePopover());
  setAttribute(button.element, "aria-haspopup", "menu");

  menu.addEventListener("toggle", (event) => {
    const isOpen = event instanceof ToggleEvent && event.newState === "open";
    setAttribute(button.element, "aria-expanded", String(isOpen));
    if (isOpen) all[0]?.focus();
    else if (menu.contains(document.activeElement) || document.activeElement === document.body) button.element.focus();
  });
  menu.addEventListener("beforetoggle", () => placeBelow(menu, button.element));
  menu.addEventListener("keydown", (event) => {
    const at = all.findIndex((item) => item.matches(":focus"));
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (!Object.hasOwn(to, event.key)) return;
    event.preventDefault();
    all.at(to[event.key] % all.length)?.focus();
  });
  setAttribute(button.element, "aria-expanded", "false");
  return element("span", { class: "menu-anchor" }, button.element, menu);
}

/** A popover stands in the corner of the window unless it is told where. */
function placeBelow(menu: HTMLElement, button: HTMLElement): void {
  const { bottom, right } = button.getBoundingClientRect();
  menu.style.top = `${bottom + 2}px`;
  menu.style.right = `${Math.max(4, document.documentElement.clientWidth - right)}px`;
}
