import { scoreById } from "../../src/core/catalogue.js";
import { shortTitle } from "../../src/core/shortTitle.js";
import type { FollowCalls, FollowEvents, FollowView } from "../../src/protocol/follow.js";
import type { Handlers, Remote } from "../../src/protocol/rpc.js";
import { element, hidden, icon, setAttribute, setText } from "../ui/dom.js";
import { formatCount, formatIn, formatValue } from "../ui/format.js";
import { verdictIcons } from "../ui/verdict.js";
import { createVirtualRows } from "../ui/virtualRows.js";
import { type ChoiceList, choiceList, iconButton } from "../ui/widgets.js";
import { createNews } from "./news.js";
import { type FollowedPair, pairsOf, pointName, type Series, seriesOf } from "./series.js";
import { trendChart } from "./trendChart.js";
import { listedWords, whatItIsOver } from "./words.js";

/** A line over means of different images would show what they are, not what was learnt. */
const BROKEN = "Where the line is broken, the images are not those of the point before.";

/** Fills the page. @returns what the host may push. */
export function createFollowPage(
  body: HTMLElement,
  remote: Remote<FollowCalls>,
  chosen: string | undefined,
  keep: (state: { readonly score: string; readonly run: string }) => void,
): Handlers<FollowEvents> {
  let view: FollowView | null = null;
  let score = chosen ?? "";
  let pairs: readonly FollowedPair[] = [];
  const news = createNews();

  const state = element("span", { class: "state", role: "status", "data-testid": "follow-state" });
  const stop = iconButton("debug-stop", "Stop Following", "stop-following", () => void remote.stop());
  const choice = element("span");
  const figure = element("div", { class: "headline-figure" });
  const charts = element("div", { class: "charts" });
  const problems = element("ul", { class: "problems", "data-testid": "follow-problems" });
  const list = createVirtualRows((index) =>
    pairRow(pairs[index] as FollowedPair, {
      age: news.age(pairs[index] as FollowedPair),
      format: formatIn(scoreById(score).range),
      open: (name) => void remote.open(name),
    }),
  );
  setAttribute(list.element, "data-testid", "followed");
  const count = element("span", { class: "quiet" });
  body.replaceChildren(
    element(
      "main",
      { class: "follow" },
      element(
        "div",
        { class: "follow-tools", role: "toolbar", "aria-label": "Followed folder" },
        state,
        choice,
        element("span", { class: "spring" }),
        stop.element,
      ),
      element(
        "div",
        { class: "columns" },
        element("div", { class: "summary" }, figure, charts, problems),
        element(
          "section",
          { class: "pairs", "aria-label": "Pairs, worst first" },
          element("h2", {}, "Worst first ", count),
          list.element,
        ),
      ),
    ),
  );

  let scoreList: ChoiceList<string> | null = null;
  let listed = "";
  const choose = (id: string) => {
    score = id;
    if (view) keep({ score, run: view.run });
    render();
  };
  const render = () => {
    if (!view) return;
    const now = view;
    stop.setEnabled(now.isWatching);
    state.replaceChildren(icon(now.isWatching ? (now.pending > 0 ? "loading" : "eye") : "debug-stop"), stateText(now));
    if (now.scores.length === 0) {
      setText(
        figure,
        now.isWatching ? "Nothing is scored yet: masks are scored as they are written." : "Nothing was scored.",
      );
      return;
    }
    if (!now.scores.includes(score)) score = now.headline[0] ?? now.scores[0] ?? "";
    if (listed !== now.scores.join()) {
      listed = now.scores.join();
      const choices = now.scores.map((id) => ({ value: id, title: scoreById(id).title }));
      scoreList = choiceList("Score", "follow-score", choices, score, choose);
      choice.replaceChildren(scoreList.element);
    }
    scoreList?.setValue(score);
    figure.replaceChildren(...headline(now, score));
    charts.replaceChildren(...now.headline.map((id) => smallChart(now, id, id === score, choose)));
    problems.replaceChildren(...problemLines(now).map((line) => element("li", {}, icon("warning"), line)));
    pairs = pairsOf(now, scoreById(score));
    setText(count, listedWords(now));
    news.note(pairs);
    list.setCount(pairs.length);
  };
  return {
    show(next) {
      if (view?.run !== next.run) keep({ score, run: next.run });
      view = next;
      render();
    },
  };
}

function stateText({ folder, truth, isWatching, pending }: FollowView): string {
  const doing = pending > 0 ? `, ${formatCount(pending)} being written` : "";
  return isWatching ? `Following ${folder} against ${truth}${doing}` : `No longer following ${folder}`;
}

function problemLines({ failures, withoutTruth }: FollowView): string[] {
  return [
    ...failures.map(({ name, reason }) => `${name}: ${reason}`),
    ...(withoutTruth > 0 ? [`${formatCount(withoutTruth)} without ground truth`] : []),
  ];
}

/** The score in a large figure, whether it got better, and its line. */
function headline(view: FollowView, id: string): HTMLElement[] {
  const score = scoreById(id);
  const series = seriesOf(view, score);
  const labels = view.at.map((_, point) => pointName(view, point));
  return [
    element("h2", {}, score.title),
    element(
      "p",
      { class: "now", "data-testid": "follow-mean", "data-value": series.mean === null ? "" : String(series.mean) },
      element("b", {}, formatValue(series.mean)),
      gainText(series),
    ),
    element("p", { class: "quiet", "data-testid": "follow-over" }, whatItIsOver(view)),
    element(
      "div",
      { class: "main-chart", "data-testid": "trend", "data-points": String(labels.length) },
      trendChart(series.values, { width: 480, height: 140, labels, joined: view.joined, detailed: true }),
      ...chartEnds(series.values, labels),
    ),
    ...(view.joined.every((own) => own)
      ? []
      : [element("p", { class: "quiet trend-note", "data-testid": "trend-note" }, BROKEN)]),
  ];
}

/** What the ends of both axes stand for; nothing where there is no value. */
function chartEnds(values: readonly number[], labels: readonly string[]): HTMLElement[] {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return [];
  const end = (place: string, text: string) => element("span", { class: `end ${place}`, "aria-hidden": "true" }, text);
  const [high, low] = [Math.max(...known), Math.min(...known)];
  // One value, or one height: the line is in the middle.
  if (high === low) return [end("level", formatValue(high)), ...ends()];
  return [end("high", formatValue(high)), end("low", formatValue(low)), ...ends()];

  function ends() {
    if (labels.length < 2) return [end("only", labels[0] ?? "")];
    return [end("first", labels[0] ?? ""), end("last", labels.at(-1) ?? "")];
  }
}

function gainText({ gain, than, shared }: Series): HTMLElement {
  if (gain === null) return element("span");
  const over = `over ${formatCount(shared)} ${shared === 1 ? "image" : "images"} of both`;
  if (gain === 0) return element("span", { class: "gain" }, `= as ${than}, ${over}`);
  const words = `${formatValue(Math.abs(gain))} ${gain > 0 ? "better" : "worse"} than ${than}, ${over}`;
  return element(
    "span",
    { class: `gain ${gain > 0 ? "up" : "down"}` },
    icon(verdictIcons[gain > 0 ? "better" : "worse"]),
    words,
  );
}

function smallChart(view: FollowView, id: string, isChosen: boolean, choose: (id: string) => void): HTMLElement {
  const score = scoreById(id);
  const { values, mean } = seriesOf(view, score);
  const labels = view.at.map((_, point) => pointName(view, point));
  const button = element(
    "button",
    { type: "button", class: "chart", "aria-pressed": String(isChosen), "data-score": id },
    element("span", { class: "chart-title", title: score.title }, shortTitle(score.title)),
    element("span", { class: "chart-value" }, formatValue(mean)),
    trendChart(values, { width: 120, height: 28, labels, joined: view.joined, detailed: false }),
  );
  button.addEventListener("click", () => choose(id));
  return button;
}

interface RowLook {
  /** Milliseconds since it came; null where that is long ago. */
  readonly age: number | null;
  readonly format: (value: number | null) => string;
  open(name: string): void;
}

/** A row. One that is new flashes, and is marked for whoever sees no motion. */
function pairRow({ name, value, gain }: FollowedPair, { age, format, open }: RowLook): HTMLElement {
  const direction = gain === null || gain === 0 ? "" : gain > 0 ? "up" : "down";
  const isNew = age !== null;
  const row = element(
    "button",
    {
      type: "button",
      class: `followed-row ${isNew ? `fresh ${direction}` : ""}`,
      "data-name": name,
      "data-value": value === null ? "" : String(value),
    },
    element("span", { class: "mark" }, isNew ? "•" : "", isNew ? hidden("new: ") : null),
    element("span", { class: "name", title: name }, name),
    element("span", { class: "value" }, format(value)),
    element(
      "span",
      { class: `gain ${direction}` },
      direction === "" ? "" : `${direction === "up" ? "▲" : "▼"} ${format(Math.abs(gain ?? 0))}`,
      direction === "" ? null : hidden(direction === "up" ? " better" : " worse"),
    ),
  );
  // The list is drawn again while rows stream in: the flash goes on where it was.
  if (isNew) row.style.setProperty("animation-delay", `-${age}ms`);
  row.addEventListener("click", () => open(name));
  return row;
}
