import { type PresetName, presetNames } from "../src/core/conventions/index.js";
import type { Score } from "../src/core/score.js";
import type { Settings } from "../src/core/settings.js";
import { type Gathered, inOrder, isPending, type Reading } from "./analysis.js";
import { element, hidden, setAttribute } from "./dom.js";
import { regions, regionTitles } from "./palettes.js";
import { createScoreRow, type ScoreRow } from "./scoreRow.js";
import { type Action, isTurned, type State } from "./state.js";
import { choiceList } from "./widgets.js";

export interface BreakdownContent {
  readonly state: State;
  readonly settings: Settings;
  readonly readings: readonly Reading[];
  readonly gathered: Gathered;
}

export interface Breakdown {
  readonly element: HTMLElement;
  show(content: BreakdownContent): void;
}

const groupTitles: Readonly<Record<Score["group"], string>> = {
  losses: "Losses",
  metrics: "Metrics",
  objects: "Objects",
};

/** Every score in one table: value, share by region, and on demand its definition with live parameters. */
export function createBreakdown(dispatch: (action: Action) => void): Breakdown {
  const rows = new Map<string, ScoreRow>();
  const preset = choiceList<PresetName>(
    "Preset of the parameters",
    "preset",
    presetNames.map((value) => ({ value, title: value })),
    "default",
    (value) => dispatch({ do: "usePreset", preset: value }),
  );
  const key = createKey(dispatch);
  const groups = (["losses", "metrics", "objects"] as const).map((group) => ({
    group,
    body: element(
      "tbody",
      { "data-testid": `group-${group}` },
      header(group, group === "losses" ? [preset.element, key.element] : []),
    ),
  }));
  const table = element(
    "table",
    { class: "scores" },
    element("caption", { class: "visually-hidden" }, "Scores of the pair"),
    element(
      "colgroup",
      {},
      ...["title", "bar", "value", "action"].map((name) => element("col", { class: `col-${name}` })),
    ),
    ...groups.map(({ body }) => body),
  );

  return {
    element: table,
    show({ state, settings, readings, gathered }) {
      preset.setValue(state.preset);
      key.show(state.order);
      for (const { group, body } of groups) {
        const members = readings.filter(({ score }) => score.group === group);
        body.hidden = members.length === 0;
        const ordered = group === "losses" ? inOrder(members, state.order) : members;
        const elements = ordered.flatMap((reading) => {
          const { score } = reading;
          const row = rows.get(score.id) ?? createScoreRow(score, dispatch);
          rows.set(score.id, row);
          row.show(reading, {
            expanded: state.expanded.includes(score.id),
            turned: isTurned(state, score.id),
            pending: isPending(score, gathered, settings),
            onStage: state.layer === "loss" && state.loss === score.id,
          });
          return row.rows;
        });
        place(body, elements);
      }
    },
  };
}

/** Puts rows behind the header in the order given; leaves alone what stands there already, so that focus stays. */
function place(body: HTMLElement, rows: readonly HTMLElement[]): void {
  const header = body.firstElementChild;
  const current = [...body.children].slice(1);
  if (header && (current.length !== rows.length || current.some((row, i) => row !== rows[i]))) {
    body.replaceChildren(header, ...rows);
  }
}

function header(group: Score["group"], [preset, key]: readonly HTMLElement[]): HTMLElement {
  return element(
    "tr",
    { class: "group" },
    element("th", { scope: "col" }, element("span", { class: "group-title" }, groupTitles[group])),
    element("th", { scope: "col", class: "bar" }, key ?? hidden("Bar")),
    element("th", { scope: "col", class: "value", colspan: "2" }, hidden("Value"), preset ?? null),
  );
}

/** Names the parts of the bars; each part sorts the losses by its share. */
function createKey(dispatch: (action: Action) => void) {
  let order: State["order"] = "catalogue";
  const buttons = regions.map((region) => {
    const label = `Sort by the share of ${regionTitles[region].toLowerCase()}s`;
    const button = element(
      "button",
      {
        type: "button",
        class: "key",
        title: label,
        "aria-label": `${region.toUpperCase()}: ${label}`,
        "aria-pressed": "false",
        "data-testid": `sort-${region}`,
      },
      element("span", { class: `swatch ${region}` }),
      element("span", { class: "key-name" }, region.toUpperCase()),
    );
    button.addEventListener("click", () =>
      dispatch({ do: "set", change: { order: order === region ? "catalogue" : region } }),
    );
    return { region, button };
  });
  return {
    element: element(
      "span",
      { class: "keys", role: "group", "aria-label": "Share by region" },
      ...buttons.map(({ button }) => button),
    ),
    show(next: State["order"]) {
      order = next;
      for (const { region, button } of buttons) setAttribute(button, "aria-pressed", String(region === order));
    },
  };
}
