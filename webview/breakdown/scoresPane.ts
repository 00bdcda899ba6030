import { catalogue } from "../../src/core/catalogue.js";
import { isLibrary } from "../../src/core/conventions/index.js";
import type { HostCalls, PythonCall } from "../../src/protocol/calls.js";
import type { FileRole, PairScores } from "../../src/protocol/pairView.js";
import type { Remote } from "../../src/protocol/rpc.js";
import { createFiles, createNotes } from "../frame/files.js";
import { element } from "../ui/dom.js";
import { type MapScoreEvents, mapScoreRow } from "./mapScoreRow.js";
import { createModelsTable, valuesOf } from "./modelsTable.js";

const kindNames = { labels: "label map", objects: "instance map" } as const;

const groupTitles = { losses: "Losses", metrics: "Metrics", objects: "Objects" } as const;

export interface ScoresPaneEvents {
  openFile(role: FileRole): void;
  compareMaps: Remote<HostCalls>["compareMaps"];
  copyPython(call: PythonCall): Promise<void>;
  explain(scoreId: string): void;
}

/** The scores of label or instance maps, how other libraries compute them, and their files. */
export function createScoresPane(layout: "panel" | "side", events: ScoresPaneEvents) {
  /** Ids of the scores whose details are open, from one pair to the next. */
  const expanded = new Set<string>();
  return (view: PairScores): HTMLElement => {
    const kind = kindNames[view.kind];
    const files = createFiles(events.openFile);
    const notes = createNotes();
    const models = createModelsTable();
    const { other } = view;
    models.show(other ?? null, view.kind, valuesOf(other?.scores ?? {}), valuesOf(view.scores));
    notes.show(view.notes);
    files.show(view, { size: view });
    const rows = rowEvents(view, events, expanded);
    return element(
      "div",
      { class: `scores-only ${layout}`, "data-testid": "scores-only" },
      models.element,
      notes.element,
      element(
        "table",
        { class: "plain-scores" },
        element("caption", { class: "visually-hidden" }, `Scores of the ${kind}s`),
        ...(["losses", "metrics", "objects"] as const).map((group) => scoreRows(view, group, rows, expanded)),
      ),
      files.element,
    );
  };
}

/** The pair is read once, when the first score is looked into. */
function rowEvents(view: PairScores, events: ScoresPaneEvents, expanded: Set<string>): MapScoreEvents {
  let reading: ReturnType<ScoresPaneEvents["compareMaps"]> | undefined;
  const read = () => {
    reading ??= events.compareMaps(view.uris.prediction);
    return reading;
  };
  return {
    compare: async ({ id }) => (await read()).scores[id] ?? [],
    async copyPython({ id }, { preset, variant }) {
      if (!isLibrary(preset)) return;
      const how = (await read()).read;
      await events.copyPython({
        score: id,
        preset,
        ...(variant !== undefined && { variant }),
        shared: view.settings,
        read: how,
      });
    },
    explain: ({ id }) => events.explain(id),
    toggled: ({ id }, open) => void (open ? expanded.add(id) : expanded.delete(id)),
  };
}

function scoreRows(
  { scores, settings: { preset } }: PairScores,
  group: keyof typeof groupTitles,
  events: MapScoreEvents,
  expanded: ReadonlySet<string>,
): HTMLElement | null {
  const rows = catalogue
    .filter(({ id, group: own }) => own === group && id in scores)
    .flatMap((score) =>
      mapScoreRow(score, events, { value: scores[score.id] ?? null, preset, open: expanded.has(score.id) }),
    );
  if (rows.length === 0) return null;
  const title = element("span", { class: "group-title" }, groupTitles[group]);
  return element(
    "tbody",
    {},
    element("tr", { class: "group" }, element("th", { scope: "colgroup", colspan: "2" }, title)),
    ...rows,
  );
}
