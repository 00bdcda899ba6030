import { type Command, commandOf } from "./keys.js";

/**
 * Runs the page's key commands. Keys that a control needs stay with it: text in fields, letters in lists, arrows in
 * sliders. What the page handles goes no further: VS Code would otherwise act on Alt+Left as well.
 *
 * @param run returns false when the command had nothing to do, and the key goes its usual way.
 */
export function listenToKeys(stage: HTMLElement, run: (command: Command) => boolean): void {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof HTMLElement) || takesText(target)) return;
    const command = commandOf(event);
    if (!command) return;
    if (target.closest("dialog") && command.do !== "keys") return;
    const arrows = command.do === "pan" || command.do === "probe";
    if (arrows && target !== stage && target !== document.body) return;
    if (!run(command)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function takesText(target: HTMLElement): boolean {
  return target.matches('input[type="number"], vscode-dropdown, vscode-option');
}
