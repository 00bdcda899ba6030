import type { Score } from "../../src/core/score.js";
import type { ComparedModel, ComparisonChoices } from "../../src/protocol/comparison.js";
import { element, hidden } from "../ui/dom.js";
import { formatCount, formatValue } from "../ui/format.js";
import type { Columns } from "./columns.js";
import { axisOf, intervalMark } from "./marks.js";

/** Models by the mean of a score, best first, each with its interval on one axis. */
export function leaderboardTable(
  models: readonly ComparedModel[],
  columns: Columns,
  score: Score,
  { baseline, challenger }: ComparisonChoices,
): HTMLElement {
  const { standings } = columns.board(score.id);
  const axis = axisOf(
    standings.map(({ interval }) => interval),
    ...standings.map(({ mean }) => mean),
  );
  const rows = standings.map(({ model, rank, mean, interval }) => {
    const { name, folder, scored } = models[model];
    const letter = model === baseline ? "A" : model === challenger ? "B" : "";
    return element(
      "tr",
      { "data-model": name, title: `${folder}, scored ${scored}` },
      number(rank === null ? "—" : String(rank), rank),
      element(
        "th",
        { scope: "row" },
        element(
          "div",
          { class: "model" },
          element("span", { class: "letter" }, letter),
          element("span", { class: "name" }, name),
        ),
      ),
      number(formatValue(mean), mean, "mean"),
      element("td", { class: "mark" }, intervalMark(mean, interval, axis)),
      element(
        "td",
        { class: "figure wide", "data-value": interval ? interval.join(" ") : "" },
        interval ? `${formatValue(interval[0])} to ${formatValue(interval[1])}` : "—",
      ),
      number(formatValue(columns.micro(score.id, model)), columns.micro(score.id, model), "micro"),
    );
  });
  const head = ["", "Model", "Mean", "", "95 % interval", "All pixels"].map((title, i) =>
    element(
      "th",
      { scope: "col", class: ["figure", "", "figure", "mark", "figure wide", "figure"][i] },
      title === "" ? hidden(i === 0 ? "Rank" : "Interval") : title,
    ),
  );
  return element(
    "table",
    { class: "compared", "data-testid": "leaderboard" },
    element("caption", { class: "visually-hidden" }, `Models by ${score.title}`),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}

function number(text: string, value: number | null, name = ""): HTMLElement {
  return element("td", { class: `figure ${name}`, "data-value": value === null ? "" : String(value) }, text);
}

/** "mean over 12 images, 1 left out: undefined for a model". */
export function leaderboardNote(columns: Columns, score: Score): string {
  const { n, leftOut } = columns.board(score.id);
  const images = `${formatCount(n)} ${n === 1 ? "image" : "images"}`;
  const arrow = score.better === "higher" ? "higher is better" : "lower is better";
  return `mean over ${images}, ${arrow}${leftOut > 0 ? `; ${formatCount(leftOut)} left out, undefined for a model` : ""}`;
}
