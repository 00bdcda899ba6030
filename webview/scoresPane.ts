import { catalogue } from "../src/core/catalogue.js";
import type { FileRole, PairScores } from "../src/protocol/pairView.js";
import { element, icon } from "./dom.js";
import { createFiles, createNotes } from "./files.js";
import { formatValue } from "./format.js";

const kindNames = { labels: "label map", objects: "instance map" } as const;

const groupTitles = { losses: "Losses", metrics: "Metrics", objects: "Objects" } as const;

/** A pair whose pixels are not drawn: what it is, its scores and its files. */
export function scoresPane(
  view: PairScores,
  layout: "panel" | "side",
  openFile: (role: FileRole) => void,
): HTMLElement {
  const kind = kindNames[view.kind];
  const files = createFiles(openFile);
  const notes = createNotes();
  notes.show(view.notes);
  files.show(view, { size: view });
  return element(
    "div",
    { class: `scores-only ${layout}`, "data-testid": "scores-only" },
    ...(layout === "side" ? [element("h1", { class: "message-title" }, view.name)] : []),
    element(
      "p",
      { class: "scores-only-reason", "data-testid": "scores-only-reason" },
      icon("info"),
      element("span", {}, `The inspector shows binary masks; this is ${kind === "label map" ? "a" : "an"} ${kind}.`),
    ),
    notes.element,
    element(
      "table",
      { class: "plain-scores" },
      element("caption", { class: "visually-hidden" }, `Scores of the ${kind}s`),
      ...(["losses", "metrics", "objects"] as const).map((group) => scoreRows(view, group)),
    ),
    files.element,
  );
}

function scoreRows({ scores }: PairScores, group: keyof typeof groupTitles): HTMLElement | null {
  const rows = catalogue
    .filter(({ id, group: own }) => own === group && id in scores)
    .map(({ id, title, empty }) => {
      const value = scores[id] ?? null;
      return element(
        "tr",
        { class: "plain-score" },
        element("th", { scope: "row" }, title),
        element(
          "td",
          {
            class: "value",
            title: value === null ? `Undefined. On empty masks: ${empty}` : String(value),
            "data-value": value === null ? "" : String(value),
            "data-testid": `score-${id}`,
          },
          formatValue(value),
        ),
      );
    });
  if (rows.length === 0) return null;
  const title = element("span", { class: "group-title" }, groupTitles[group]);
  return element(
    "tbody",
    {},
    element("tr", { class: "group" }, element("th", { scope: "colgroup", colspan: "2" }, title)),
    ...rows,
  );
}
