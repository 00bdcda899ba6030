import { scoreById } from "../../src/core/catalogue.js";
import type { ScoreFacts } from "../../src/core/score.js";
import { element, setAttribute } from "../ui/dom.js";
import { choiceList } from "../ui/widgets.js";
import { AREA, columnOf, DISAGREEMENT } from "./columns.js";

export interface ChooserContent {
  /** Ids of the scores that the run has. */
  readonly scores: readonly string[];
  /** Ids of the columns shown. */
  readonly columns: readonly string[];
  readonly compared: readonly [string, string];
}

export interface ChooserEvents {
  toggle(column: string): void;
  compare(scores: readonly [string, string]): void;
}

const groups: ReadonlyArray<readonly [ScoreFacts["group"], string]> = [
  ["metrics", "Metrics"],
  ["losses", "Losses"],
  ["objects", "Objects"],
];

/** Every column that the run can have, by group, with a field that finds one by name. */
export function columnChooser({ scores, columns, compared }: ChooserContent, events: ChooserEvents): HTMLElement[] {
  const search = element("input", {
    type: "search",
    class: "text-field",
    placeholder: "Find a score",
    "aria-label": "Find a score",
    "data-testid": "find-column",
  });
  const options = new Map<string, HTMLElement>();
  const option = (id: string) => {
    const box = element("input", { type: "checkbox", "data-testid": `column-${id}` });
    box.checked = columns.includes(id);
    box.addEventListener("change", () => events.toggle(id));
    const { title, words } = columnOf(id);
    const label = element("label", { class: "popup-check", title: words }, box, element("span", {}, title));
    options.set(id, label);
    return label;
  };
  const section = (title: string, ids: readonly string[], ...more: HTMLElement[]) =>
    ids.length === 0
      ? []
      : [
          element(
            "fieldset",
            { class: "popup-group" },
            element("legend", { class: "popup-title" }, title),
            ...ids.map(option),
            ...more,
          ),
        ];
  const ofGroup = (group: ScoreFacts["group"]) => scores.filter((id) => scoreById(id).group === group);
  const sections = [
    ...groups.flatMap(([group, title]) => section(title, ofGroup(group))),
    ...section("Made of them", [AREA, DISAGREEMENT], comparison(scores, compared, events.compare)),
  ];
  search.addEventListener("input", () => {
    const text = search.value.trim().toLowerCase();
    const finds = (id: string) => id.includes(text) || columnOf(id).title.toLowerCase().includes(text);
    for (const [id, label] of options) label.hidden = !finds(id);
    for (const part of sections) {
      const isEmpty = Array.from(part.querySelectorAll(".popup-check")).every((label) => label.hasAttribute("hidden"));
      setAttribute(part, "hidden", isEmpty ? "" : null);
    }
  });
  return [search, element("div", { class: "popup-list" }, ...sections)];
}

/** The two scores behind the rank difference. */
function comparison(
  scores: readonly string[],
  compared: readonly [string, string],
  onChange: ChooserEvents["compare"],
): HTMLElement {
  const [first, second] = compared;
  const choices = scores.map((value) => ({ value, title: columnOf(value).title }));
  const list = (label: string, testid: string, current: string, change: (id: string) => void) =>
    choiceList(label, testid, choices, current, change).element;
  return element(
    "div",
    { class: "popup-compare" },
    list("Rank difference: first score", "compare-first", first, (id) => onChange([id, second])),
    element("span", {}, "against"),
    list("Rank difference: second score", "compare-second", second, (id) => onChange([first, id])),
  );
}
