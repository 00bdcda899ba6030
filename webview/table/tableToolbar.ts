import { isPresetName, type PresetName, presetNames } from "../../src/core/conventions/index.js";
import { threshold as thresholdParameter } from "../../src/core/parameters.js";
import type { TableDials, TableRun } from "../../src/protocol/table.js";
import { presetLabel } from "../breakdown/conventions.js";
import { element, setText } from "../ui/dom.js";
import { formatCount } from "../ui/format.js";
import { slider } from "../ui/slider.js";
import { choiceList, iconButton } from "../ui/widgets.js";
import { dialsOf, type TableState } from "./tableState.js";

export interface TableToolbarContent {
  readonly run: TableRun;
  readonly state: TableState;
  /** Pairs that pass the filters. */
  readonly shown: number;
  readonly selected: number;
}

export interface TableToolbarEvents {
  filterText(text: string): void;
  chooseColumns(anchor: HTMLElement): void;
  copy(): void;
  setPictures(shown: boolean): void;
  setDashboard(shown: boolean): void;
  turn(change: Partial<TableDials>): void;
  resetDials(): void;
  scoreAgain(): void;
}

export interface TableToolbar {
  readonly element: HTMLElement;
  /** The field that filters by name. */
  readonly search: HTMLInputElement;
  show(content: TableToolbarContent): void;
}

/** Above the table: what is shown of how many, and the settings of all pairs. */
export function createTableToolbar(events: TableToolbarEvents): TableToolbar {
  const search = element("input", {
    type: "search",
    class: "text-field",
    placeholder: "Filter by name",
    title: "Filter by name (Ctrl+F)",
    "aria-label": "Filter by name",
    "data-testid": "filter-text",
  });
  search.addEventListener("input", () => events.filterText(search.value));
  const count = element("span", { class: "table-count", role: "status", "data-testid": "count" });
  const columns = iconButton("list-selection", "Choose Columns", "choose-columns", () =>
    events.chooseColumns(columns.element),
  );
  let pictured = true;
  const pictures = iconButton("file-media", "Pictures of the Errors", "pictures", () => events.setPictures(!pictured));
  let dashed = false;
  const dashboard = iconButton("graph", "Dashboard", "toggle-dashboard", () => events.setDashboard(!dashed));
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
  const rescore = iconButton(
    "run-all",
    "Score Again With These Settings, Pixels Included",
    "rescore",
    events.scoreAgain,
  );
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
    rescore.element,
  );
  return {
    search,
    element: element(
      "div",
      { class: "toolbar table-toolbar", role: "toolbar", "aria-label": "Table" },
      element("div", { class: "table-find" }, search, count),
      element("div", { class: "table-tools" }, columns.element, pictures.element, copy.element, dashboard.element),
      dials,
      cannot,
    ),
    show(content) {
      const { run, state, shown, selected } = content;
      const { text, pictures: isPictured, dashboard: isOpen } = state;
      const turned = dialsOf(state, run.settings);
      if (document.activeElement !== search && search.value !== text) search.value = text;
      const of = run.names.length;
      const chosen = selected > 1 ? `, ${formatCount(selected)} selected` : "";
      const all = `${formatCount(of)} ${of === 1 ? "pair" : "pairs"}`;
      setText(count, `${shown === of ? all : `${formatCount(shown)} of ${all}`}${chosen}`);
      pictured = isPictured;
      pictures.setPressed(isPictured);
      dashed = isOpen;
      dashboard.setPressed(isOpen);
      copy.setEnabled(selected > 0);
      preset.setValue(turned.preset);
      threshold.setValue(turned.threshold);
      reset.setEnabled(state.dials !== null);
      rescore.setEnabled(state.dials !== null);
      dials.hidden = !run.canTurn;
      cannot.hidden = run.canTurn || run.state === "scoring";
    },
  };
}
