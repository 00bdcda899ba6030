import {
  type Button,
  type Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
} from "@vscode/webview-ui-toolkit";
import { element, icon, setAttribute } from "./dom.js";

/** Registers the toolkit's elements. The only file that knows the toolkit, which is archived: it can be swapped here. */
export function installWidgets(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeProgressRing());
}

/** A push button with a text. */
export function textButton(
  text: string,
  onClick: () => void,
  { appearance = "secondary", testid = "" }: { appearance?: "primary" | "secondary"; testid?: string } = {},
): HTMLElement {
  const button = create<Button>("vscode-button", { appearance, ...(testid && { "data-testid": testid }) });
  button.append(text);
  button.addEventListener("click", onClick);
  return button;
}

export interface IconButton {
  readonly element: HTMLElement;
  /** For a button that stays down. */
  setPressed(pressed: boolean): void;
  setEnabled(enabled: boolean): void;
}

/** A button of one codicon, as in the title bars of VS Code. The label is its name and its tooltip. */
export function iconButton(iconName: string, label: string, testid: string, onClick: () => void): IconButton {
  const button = create<Button>("vscode-button", {
    appearance: "icon",
    class: "icon-button",
    "aria-label": label,
    title: label,
    "data-testid": testid,
  });
  button.append(icon(iconName));
  button.addEventListener("click", onClick);
  return {
    element: button,
    setPressed: (pressed) => setAttribute(button, "aria-pressed", String(pressed)),
    setEnabled(enabled) {
      if (button.disabled === enabled) button.disabled = !enabled;
    },
  };
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  /** Shown beside the title in the open list only. */
  readonly note?: string;
}

export interface ChoiceList<Value extends string> {
  readonly element: HTMLElement;
  setValue(value: Value): void;
  setEnabled(value: Value, enabled: boolean): void;
  /** Takes a choice off the list, or puts it back. */
  setShown(value: Value, shown: boolean): void;
}

/** A drop-down list. */
export function choiceList<Value extends string>(
  label: string,
  testid: string,
  choices: ReadonlyArray<Choice<Value>>,
  initial: Value,
  onChange: (value: Value) => void,
): ChoiceList<Value> {
  const dropdown = create<Dropdown>("vscode-dropdown", { "aria-label": label, title: label, "data-testid": testid });
  const options = choices.map(({ value, title, note }) => {
    const option = create<HTMLElement>("vscode-option", {
      value,
      "data-testid": `${testid}-${value}`,
      // By style sheet: as text it would be part of what the closed list shows.
      ...(note !== undefined && { "data-note": note, title: note }),
    });
    option.textContent = title;
    return option;
  });
  dropdown.append(...options);
  // Kept until the list adopts its options, a moment after it is connected, and looks for the one of this value.
  dropdown.value = initial;
  dropdown.addEventListener("change", () => {
    const chosen = choices.find(({ value }) => value === dropdown.value);
    if (chosen) onChange(chosen.value);
  });
  return {
    element: dropdown,
    setValue(value) {
      if (dropdown.value !== value) dropdown.value = value;
    },
    setEnabled(value, enabled) {
      const option = options[choices.findIndex((choice) => choice.value === value)];
      if (option) setAttribute(option, "disabled", enabled ? null : "");
    },
    setShown(value, shown) {
      const option = options[choices.findIndex((choice) => choice.value === value)];
      if (!option) return;
      option.hidden = !shown;
      // The list walks over what is hidden, but not over what is disabled.
      setAttribute(option, "disabled", shown ? null : "");
    },
  };
}

export function progressRing(label: string): HTMLElement {
  return create("vscode-progress-ring", { "aria-label": label });
}

function create<Widget extends HTMLElement>(tag: string, attributes: Readonly<Record<string, string>>): Widget {
  // The toolkit does not list its tags in HTMLElementTagNameMap.
  return element(tag as "div", attributes) as HTMLElement as Widget;
}
