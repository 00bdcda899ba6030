import { arrowOf, type Score } from "../../src/core/score.js";
import { shortTitle } from "../../src/core/shortTitle.js";
import type { Duel } from "../../src/core/statistics/duel.js";
import type { ComparisonChoices } from "../../src/protocol/comparison.js";
import { element, hidden, icon, setAttribute } from "../ui/dom.js";
import { formatCount, formatSigned, formatValue } from "../ui/format.js";
import { verdictIcons } from "../ui/verdict.js";
import type { Columns } from "./columns.js";
import { axisOf, intervalMark, tallyBar } from "./marks.js";

export interface DuelTable {
  readonly element: HTMLElement;
  show(scores: readonly Score[], columns: Columns, choices: ComparisonChoices): void;
}

const verdicts: Readonly<Record<Duel["verdict"], readonly [icon: string, text: string]>> = {
  better: [verdictIcons.better, "better"],
  worse: [verdictIcons.worse, "worse"],
  open: ["dash", "not decided"],
};

const heads: ReadonlyArray<readonly [title: string, kind: string, hint: string]> = [
  ["Score", "", "↑ higher is better, ↓ lower"],
  ["Worse · equal · better", "", "Images"],
  ["Mean of B − A", "figure", "Mean difference over images"],
  ["95 % interval", "between", "Paired bootstrap interval of the mean difference"],
  ["Verdict", "verdict", "Decided where the interval excludes 0"],
  ["Sign test p", "figure", "Beside the verdict, not part of it: how many images changed, not by how much"],
];

/** The challenger against the baseline, a line a score; a line chooses what the rest of the page shows. */
export function createDuelTable(onChoose: (score: string) => void): DuelTable {
  const body = element("tbody");
  const head = heads.map(([title, kind, hint]) => element("th", { scope: "col", class: kind, title: hint }, title));
  const table = element(
    "table",
    { class: "compared duels", "data-testid": "duels" },
    element("caption", { class: "visually-hidden" }, "B against A, image by image"),
    element("thead", {}, element("tr", {}, ...head)),
    body,
  );
  /** Counts what was asked for: intervals of many images take a while, and only the latest are wanted. */
  let turn = 0;

  return {
    element: table,
    show(scores, columns, choices) {
      const now = ++turn;
      const rows = scores.map((score) => duelRow(score, score.id === choices.score, onChoose));
      body.replaceChildren(...rows.map(({ element: row }) => row));
      const next = (place: number) => {
        if (now !== turn || place >= scores.length) return;
        rows[place].show(columns.duel(scores[place].id, choices.baseline, choices.challenger));
        // Others get their turn in between.
        if (columns.of(scores[place].id)[0].length > 500) setTimeout(next, 0, place + 1);
        else next(place + 1);
      };
      next(0);
    },
  };
}

interface DuelRow {
  readonly element: HTMLElement;
  show(duel: Duel): void;
}

function duelRow(score: Score, isChosen: boolean, onChoose: (score: string) => void): DuelRow {
  const choose = element(
    "button",
    { type: "button", class: "choose", "aria-pressed": String(isChosen), title: score.title },
    `${shortTitle(score.title)} ${arrowOf(score)}`,
  );
  choose.addEventListener("click", () => onChoose(score.id));
  const row = element("tr", { "data-score": score.id }, element("th", { scope: "row" }, choose));
  return {
    element: row,
    show({ wins, ties, losses, difference, interval, p, verdict }) {
      const [sign, words] = verdicts[verdict];
      const counts = [losses, ties, wins].map(formatCount).join(" · ");
      setAttribute(row, "data-duel", [wins, ties, losses].join(" "));
      row.append(
        element(
          "td",
          { title: `${losses} worse, ${ties} equal, ${wins} better` },
          element("div", { class: "counts" }, tallyBar(wins, ties, losses), element("span", {}, counts)),
        ),
        element(
          "td",
          { class: "figure", "data-value": difference === null ? "" : String(difference) },
          formatSigned(difference),
        ),
        element(
          "td",
          { class: "between", title: interval ? interval.map(formatSigned).join(" to ") : "" },
          intervalMark(difference, interval, axisOf([interval], difference, 0), true),
          hidden(interval ? interval.map(formatSigned).join(" to ") : "none"),
        ),
        element("td", { class: `verdict ${verdict}` }, icon(sign), element("span", { class: "words" }, words)),
        element("td", { class: "figure", "data-value": String(p) }, formatValue(p)),
      );
    },
  };
}
