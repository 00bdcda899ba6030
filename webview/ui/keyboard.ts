import { type ActionId, specOf } from "../../src/protocol/actions.js";
import { actionOf } from "../frame/keys.js";

/**
 * Runs the actions of keys. Keys that a control needs stay with it: text in fields, letters in lists, arrows in
 * sliders. What the page handles goes no further: VS Code would otherwise act on Alt+Left as well.
 *
 * @param run returns false when the action had nothing to do, and the key goes its usual way.
 */
export function listenToKeys(stage: HTMLElement, run: (action: ActionId) => boolean): void {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof HTMLElement) || takesText(target)) return;
    const action = actionOf(event);
    if (!action) return;
    // Escape closes what stands above the page, and nothing behind it is to move meanwhile.
    if (target.closest("dialog, [popover]") && action !== "showKeys") return;
    if (specOf(action).onStage && target !== stage && target !== document.body) return;
    if (!run(action)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function takesText(target: HTMLElement): boolean {
  return target.matches('input[type="number"], vscode-dropdown, vscode-option');
}
