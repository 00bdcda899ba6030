import { scoreById } from "../../src/core/catalogue.js";
import type { Settings } from "../../src/core/settings.js";
import { valuesFor } from "../../src/core/settings.js";
import { parameterControls } from "../breakdown/parameters.js";
import type { Action } from "../state/state.js";
import { element, icon } from "../ui/dom.js";
import { formatParameter } from "../ui/format.js";
import type { Range } from "./arrange.js";
import { type Column, isScore } from "./columns.js";

export interface ColumnMenuContent {
  readonly column: Column;
  readonly range: Range | null;
  /** The settings that hold now; null where they cannot be turned. */
  readonly settings: Settings | null;
  /** What to know of its values now. */
  readonly caveat: string | null;
  /** The two scores whose ranks are compared, as a sentence; for that column alone. */
  readonly note: string | null;
}

export interface ColumnMenuEvents {
  filter(column: string, range: Range | null): void;
  move(by: 1 | -1): void;
  hide(): void;
  explain(): void;
  /** Orders the side bar by the column's score. */
  rankBy(): void;
  turn(action: Action): void;
}

export interface ColumnMenu {
  readonly elements: readonly HTMLElement[];
  /** Shows the settings that hold now in the controls of the parameters. */
  show(settings: Settings): void;
}

/** What the menu of a column holds: its limits as numbers, its parameters, and what can be done with it. */
export function columnMenu(
  { column, range, settings, caveat, note }: ColumnMenuContent,
  { filter, move, hide, explain, rankBy, turn }: ColumnMenuEvents,
): ColumnMenu {
  const limits = { minimum: range?.minimum ?? null, maximum: range?.maximum ?? null };
  const field = (side: "minimum" | "maximum", label: string) => {
    const input = element("input", {
      type: "number",
      class: "number",
      step: "any",
      placeholder: "any",
      "aria-label": `${column.title}: ${label}`,
      "data-testid": `limit-${side}`,
    });
    const value = limits[side];
    if (value !== null) input.value = formatParameter(value);
    input.addEventListener("input", () => {
      limits[side] = input.value === "" || Number.isNaN(input.valueAsNumber) ? null : input.valueAsNumber;
      filter(column.id, { ...limits });
    });
    return element("label", { class: "limit" }, element("span", {}, label), input);
  };
  const clear = menuItem("clear-all", "Clear Limits", "clear-limits", () => filter(column.id, null));
  const score = isScore(column.id) ? scoreById(column.id) : null;
  const parameters = score && settings ? parameterControls(score, turn) : null;
  const show = (now: Settings) => score && parameters?.show(valuesFor(score, now));
  if (settings) show(settings);
  const elements = [
    element("h2", { class: "popup-title" }, column.title),
    element("p", { class: "popup-note" }, note ?? column.words),
    element("div", { class: "limits" }, field("minimum", "At least"), field("maximum", "At most")),
    ...(parameters ? [parameters.element] : []),
    ...(caveat === null ? [] : [element("p", { class: "popup-note" }, `* ${caveat}`)]),
    element(
      "div",
      { class: "popup-actions" },
      clear,
      menuItem("arrow-left", "Move Left", "move-left", () => move(-1)),
      menuItem("arrow-right", "Move Right", "move-right", () => move(1)),
      menuItem("eye-closed", "Hide Column", "hide-column", hide),
      ...(score
        ? [
            menuItem("list-ordered", "Rank Side Bar by This", "rank-by", rankBy),
            menuItem("question", "Explain Score", "explain", explain),
          ]
        : []),
    ),
  ];
  return { elements, show };
}

function menuItem(iconName: string, label: string, testid: string, onClick: () => void): HTMLElement {
  const button = element(
    "button",
    { type: "button", class: "popup-item", "data-testid": testid },
    icon(iconName),
    element("span", {}, label),
  );
  button.addEventListener("click", onClick);
  return button;
}
