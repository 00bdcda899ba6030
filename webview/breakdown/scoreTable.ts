import { type ComparedValue, isLibrary, type PresetName, presetNames } from "../../src/core/conventions/index.js";
import { howRead } from "../../src/core/conventions/python.js";
import type { BinaryEvidence } from "../../src/core/evidence.js";
import type { Score } from "../../src/core/score.js";
import { type Settings, valuesFor } from "../../src/core/settings.js";
import type { PythonCall } from "../../src/protocol/calls.js";
import { perPixelOf } from "../stage/perPixel.js";
import type { Scene } from "../stage/scene.js";
import { type Action, isTurned, type State } from "../state/state.js";
import { element, hidden, setAttribute } from "../ui/dom.js";
import { choiceList } from "../ui/widgets.js";
import { isPending, type Reading } from "./analysis.js";
import { type Comparison, compare, presetLabel } from "./conventions.js";
import type { ScoreEvents } from "./scoreDetails.js";
import { createScoreOrder } from "./scoreOrder.js";
import { createScoreRow, type RowContent, type ScoreRow } from "./scoreRow.js";
import { createSteadyOrder } from "./steadyOrder.js";

export interface ScoreTableContent {
  readonly state: State;
  readonly settings: Settings;
  readonly readings: readonly Reading[];
  readonly scene: Scene;
  readonly computing: boolean;
}

export interface ScoreTableEvents {
  dispatch(action: Action): void;
  copyPython(call: PythonCall): Promise<void>;
  explain(scoreId: string): void;
}

export interface ScoreTable {
  readonly element: HTMLElement;
  show(content: ScoreTableContent): void;
}

const groupTitles: Readonly<Record<Score["group"], string>> = {
  losses: "Losses",
  metrics: "Metrics",
  objects: "Objects",
};

/** Every score in one table: value, share by region, and on demand its definition with live parameters. */
export function createScoreTable({ dispatch, copyPython, explain }: ScoreTableEvents): ScoreTable {
  const rows = new Map<string, ScoreRow>();
  let shown: ScoreTableContent | null = null;
  const events: ScoreEvents = {
    dispatch,
    async copyPython(score, line) {
      const call = shown && pythonCall(shown, score, line);
      if (call) await copyPython(call);
    },
    explain: ({ id }) => explain(id),
  };
  const preset = choiceList<PresetName>(
    "Preset of the parameters",
    "preset",
    presetNames.map((value) => ({ value, title: value, note: presetLabel(value).library })),
    "default",
    (value) => dispatch({ do: "usePreset", preset: value }),
  );
  const order = createScoreOrder(dispatch);
  const groups = (["losses", "metrics", "objects"] as const).map((group) => ({
    group,
    inOrder: createSteadyOrder(),
    body: element("tbody", { "data-testid": `group-${group}` }, header(group)),
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
    element: element(
      "div",
      {},
      element("div", { class: "section-controls" }, preset.element, order.list),
      order.key,
      table,
    ),
    show(content) {
      shown = content;
      const { state, readings } = content;
      preset.setValue(state.preset);
      order.show(state.order);
      setAttribute(table, "aria-busy", readings.some(({ unread }) => unread && content.computing) ? "true" : null);
      for (const { group, body, inOrder } of groups) {
        const members = readings.filter(({ score }) => score.group === group);
        body.hidden = members.length === 0;
        const isWaiting = members.some((reading) => isOnItsWay(content, reading));
        const elements = inOrder(members, state.order, isWaiting).flatMap((reading) => {
          const { score } = reading;
          const row = rows.get(score.id) ?? createScoreRow(score, events);
          rows.set(score.id, row);
          row.show(rowContent(content, reading));
          return row.rows;
        });
        place(body, elements);
      }
    },
  };
}

/** The value is not there yet, or will be another one. */
function isOnItsWay({ settings, scene, computing }: ScoreTableContent, { score, unread }: Reading): boolean {
  return (unread && computing) || isPending(score, scene.gathered, settings);
}

function rowContent({ state, settings, scene, computing }: ScoreTableContent, reading: Reading): RowContent {
  const { score, value, returned, absent, unread } = reading;
  const { gathered, evidence, analyst } = scene;
  const open = state.compared.includes(score.id);
  return {
    reading,
    preset: state.preset,
    turned: isTurned(state, score.id),
    computing: unread && computing,
    pending: isPending(score, gathered, settings),
    onStage: perPixelOf(score)?.isShown(state) ?? false,
    details: state.expanded.includes(score.id)
      ? {
          conventions: {
            comparison: absent
              ? compareWithDefault(evidence, settings, score)
              : compare(evidence, settings, score.id, returned ?? value),
            open,
            turned: Object.entries(state.overrides[score.id] ?? {})
              .map((entry) => entry.join(" "))
              .join(", "),
            reading: (unread && computing) || (open && !gathered?.compare && analyst.readsPeers(score.id, settings)),
          },
        }
      : null,
  };
}

/** For a score that the preset's library lacks: there is no value shown. */
function compareWithDefault(evidence: BinaryEvidence, settings: Settings, score: Score): Comparison {
  const ours: Settings = { ...settings, preset: "default" };
  return compare(evidence, ours, score.id, score.evaluate(evidence, valuesFor(score, ours)));
}

function pythonCall({ settings, scene }: ScoreTableContent, score: Score, line: ComparedValue): PythonCall | null {
  const { preset, variant } = line;
  if (!isLibrary(preset)) return null;
  return {
    score: score.id,
    preset,
    ...(variant !== undefined && { variant }),
    shared: settings,
    read: howRead(scene.evidence, scene.view.readAs, settings),
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

function header(group: Score["group"]): HTMLElement {
  return element(
    "tr",
    { class: "group" },
    element("th", { scope: "col" }, element("span", { class: "group-title" }, groupTitles[group])),
    element("th", { scope: "col", class: "bar" }, hidden("Share by region")),
    element("th", { scope: "col", class: "value", colspan: "2" }, hidden("Value")),
  );
}
