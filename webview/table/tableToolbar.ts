import { isPresetName, type PresetName, presetNames } from "../../src/core/conventions/index.js";
import { threshold as thresholdParameter } from "../../src/core/parameters.js";
import type { TableDials } from "../../src/protocol/table.js";
import { presetLabel } from "../conventions.js";
import { element, icon, setAttribute, setText } from "../dom.js";
import { formatCount } from "../format.js";
import { slider } from "../slider.js";
import { choiceList, iconButton } from "../widgets.js";
import type { Range } from "./arrange.js";
import { columnOf } from "./columns.js";
import { rangeText } from "./heading.js";

export interface TableToolbarContent {
  readonly run: string;
  readonly text: string;
  readonly ranges: Readonly<Record<string, Range>>;
  readonly shown: number;
  readonly of: number;
  readonly selected: number;
  readonly pictures: boolean;
  readonly dials: TableDials;
  /** Dials differ from how the run was scored. */
  readonly isTurned: boolean;
  readonly canTurn: boolean;
  readonly isScoring: boolean;
}

export interface TableToolbarEvents {
  filterText(text: string): void;
  clearRange(column: string): void;
  chooseColumns(anchor: HTMLElement): void;
  copy(): void;
  setPictures(shown: boolean): void;
  turn(change: Partial<TableDials>): void;
  resetDials(): void;
  scoreAgain(): void;
}

export interface TableToolbar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  show(content: TableToolbarContent): void;
}

/** Above the table: what is shown of how many, and the settings of all pairs. */
export function createTableToolbar(events: TableToolbarEvents): TableToolbar {
  const search = element("input", {
    type: "search",
    class: "text-field",
    placeholder: "Filter by name",
    "aria-label": "Filter by name",
    "data-testid": "filter-text",
  });
  search.addEventListener("input", () => events.filterText(search.value));
  const count = element("span", { class: "table-count", role: "status", "data-testid": "count" });
  const chips = element("div", { class: "chips" });
  const columns = iconButton("list-selection", "Choose Columns", "choose-columns", () =>
    events.chooseColumns(columns.element),
  );
  let pictured = true;
  const pictures = iconButton("file-media", "Pictures of the Errors", "pictures", () => events.setPictures(!pictured));
  const copy = iconButton("copy", "Copy Selection as CSV (Ctrl+C)", "copy-csv", events.copy);

  const preset = choiceList<PresetName>(
    "Convention of all pairs",
    "table-preset",
    presetNames.map((name) => {
      const { title, library } = presetLabel(name);
      return { value: name, title, note: library };
    }),
    "default",
    (name) => isPresetName(name) && events.turn({ preset: name, overrides: {} }),
  );
  const threshold = slider({
    ...thresholdParameter,
    label: "Threshold of all pairs",
    testid: "table-threshold",
    field: true,
    words: (value) => `foreground is p > ${value.toFixed(2)}`,
    onInput: (value) => events.turn({ threshold: value }),
  });
  const reset = iconButton("discard", "As the Run Was Scored", "reset-dials", events.resetDials);
  const again = element("button", { type: "button", class: "link", "data-testid": "score-again" }, "Score again");
  again.addEventListener("click", events.scoreAgain);
  const cannot = element("span", { class: "cannot-turn" }, "No tallies kept. ", again, " to turn settings.");
  const dials = element(
    "div",
    { class: "table-dials", role: "group", "aria-label": "Settings of all pairs" },
    preset.element,
    element(
      "div",
      { class: "dial threshold" },
      element("span", { class: "dial-name", "aria-hidden": "true" }, "t"),
      ...threshold.elements,
    ),
    reset.element,
  );
  const chip = (column: string, range: Range) => {
    const text = `${columnOf(column).title} ${rangeText(range)}`;
    const button = element(
      "button",
      { type: "button", class: "chip", "aria-label": `${text}: clear`, "data-testid": `chip-${column}` },
      element("span", {}, text),
      icon("close"),
    );
    button.addEventListener("click", () => events.clearRange(column));
    return button;
  };
  let shownChips = "";

  return {
    search,
    element: element(
      "div",
      { class: "toolbar table-toolbar", role: "toolbar", "aria-label": "Table" },
      element("div", { class: "table-find" }, search, count),
      chips,
      element("div", { class: "table-tools" }, columns.element, pictures.element, copy.element),
      dials,
      cannot,
    ),
    show(content) {
      const { text, ranges, shown, of, selected, dials: turned, canTurn, isTurned, isScoring } = content;
      if (document.activeElement !== search && search.value !== text) search.value = text;
      const chosen = selected > 1 ? `, ${formatCount(selected)} selected` : "";
      const all = `${formatCount(of)} ${of === 1 ? "pair" : "pairs"}`;
      setText(count, `${shown === of ? all : `${formatCount(shown)} of ${all}`}${chosen}`);
      const key = JSON.stringify(ranges);
      if (key !== shownChips) {
        shownChips = key;
        chips.replaceChildren(...Object.entries(ranges).map(([column, range]) => chip(column, range)));
      }
      pictured = content.pictures;
      pictures.setPressed(content.pictures);
      copy.setEnabled(selected > 0);
      preset.setValue(turned.preset);
      threshold.setValue(turned.threshold);
      reset.setEnabled(isTurned);
      dials.hidden = !canTurn;
      cannot.hidden = canTurn || isScoring;
      setAttribute(reset.element, "title", "As the Run Was Scored");
    },
  };
}
