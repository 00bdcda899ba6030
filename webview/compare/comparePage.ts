import { scoreById } from "../../src/core/catalogue.js";
import { arrowOf } from "../../src/core/score.js";
import type { Duel } from "../../src/core/statistics/duel.js";
import type {
  ComparisonCalls,
  ComparisonChoices,
  ComparisonEvents,
  ComparisonState,
  ComparisonView,
} from "../../src/protocol/comparison.js";
import type { Handlers, Remote } from "../../src/protocol/rpc.js";
import { element, setText } from "../ui/dom.js";
import { formatSigned, formatValue } from "../ui/format.js";
import { type ChoiceList, choiceList, iconButton } from "../ui/widgets.js";
import { admit, type Columns, createColumns } from "./columns.js";
import { createDuelTable } from "./duelTable.js";
import { createImageTable } from "./imageTable.js";
import { leaderboardNote, leaderboardTable } from "./leaderboardTable.js";
import { imageRows } from "./order.js";
import { createScatter } from "./scatter.js";

export interface ComparePageOptions {
  readonly remote: Remote<ComparisonCalls>;
  readonly state: ComparisonState | undefined;
  readonly keep: (state: ComparisonState) => void;
}

/** Fills the page. @returns what the host may push. */
export function createComparePage(
  body: HTMLElement,
  { remote, state, keep }: ComparePageOptions,
): Handlers<ComparisonEvents> {
  const main = element("main", { class: "compare" });
  body.replaceChildren(main);
  let kept = state;
  let point: (image: number) => void = () => {};
  return {
    show(view) {
      // What was chosen for other models means nothing for these.
      const choices = kept && kept.runs.join() === view.runs.join() ? kept.choices : null;
      const page = createSections(view, admit(choices, view), remote, (chosen) => {
        kept = { runs: view.runs, choices: chosen };
        keep(kept);
      });
      main.replaceChildren(...page.elements);
      point = page.opened;
    },
    opened: (image) => point(image),
    say(message) {
      point = () => {};
      main.replaceChildren(element("p", { class: "say" }, message));
    },
  };
}

interface Sections {
  readonly elements: readonly HTMLElement[];
  /** The inspector went on to an image: its row is selected, and the keyboard stays where it is. */
  opened(image: number): void;
}

function createSections(
  view: ComparisonView,
  initial: ComparisonChoices,
  remote: Remote<ComparisonCalls>,
  keep: (choices: ComparisonChoices) => void,
): Sections {
  const columns = createColumns(view);
  let choices = initial;
  const change = (part: Partial<ComparisonChoices>) => {
    choices = { ...choices, ...part };
    render();
  };
  let opened: number | null = null;
  const open = (image: number) => {
    opened = image;
    void remote.open(image, choices, images.order());
  };

  const board = element("div", { class: "board" });
  const note = element("p", { class: "quiet" });
  const sentence = element("p", { class: "sentence", "data-testid": "sentence", role: "status" });
  const boardTitle = element("h2");
  const duels = createDuelTable((score) => change({ score }));
  const images = createImageTable(open);
  const scatter = createScatter((image) => images.point(image), open);
  const tools = createTools(view, columns, () => choices, change, remote);

  const render = () => {
    keep(choices);
    const score = scoreById(choices.score);
    const [a, b] = [choices.baseline, choices.challenger].map((model) => columns.of(score.id)[model]);
    const titles = [view.models[choices.baseline].name, view.models[choices.challenger].name] as const;
    tools.show(choices);
    setText(boardTitle, `${score.title} ${arrowOf(score)}`);
    setText(note, leaderboardNote(columns, score));
    board.replaceChildren(leaderboardTable(view.models, columns, score, choices));
    setText(sentence, duelSentence(columns, choices, titles));
    const headline = view.headline.includes(score.id) ? view.headline : [score.id, ...view.headline];
    duels.show(headline.map(scoreById), columns, choices);
    scatter.show(imageRows(view.images, a, b, score.better), titles, score.range);
    images.show({ names: view.images, score, baseline: a, challenger: b, titles });
  };
  render();

  const left = element(
    "div",
    { class: "summary" },
    element("section", {}, boardTitle, note, board),
    element("section", {}, element("h2", {}, "B against A"), sentence, duels.element),
    ...(view.leftOut.length > 0 ? [leftOutSection(view.leftOut)] : []),
    element(
      "details",
      { class: "stated" },
      element("summary", {}, "How the numbers came about"),
      ...view.stated.map((line) => element("p", {}, line)),
    ),
  );
  const right = element(
    "section",
    { class: "by-image" },
    element("h2", {}, "Image by image"),
    scatter.element,
    images.element,
  );
  // The inspector takes room beside the page: what was opened stays in sight, so that the next image can be.
  new ResizeObserver(() => {
    if (opened !== null) images.element.scrollIntoView({ block: "nearest" });
  }).observe(left);
  return {
    elements: [tools.element, element("div", { class: "columns" }, left, right)],
    opened(image) {
      opened = image;
      images.point(image);
    },
  };
}

function leftOutSection(lines: readonly string[]): HTMLElement {
  const list = element("ul", {}, ...lines.map((line) => element("li", {}, line)));
  return element(
    "details",
    { class: "left-out", "data-testid": "left-out" },
    element("summary", {}, `${lines.length} not in the tables`),
    list,
  );
}

/** What decides, which is the interval. */
const conclusions: Readonly<Record<Duel["verdict"], string>> = {
  better: "it excludes 0, so B counts as better.",
  worse: "it excludes 0, so B counts as worse.",
  open: "not decided, since it does not exclude 0.",
};

/** What the interval and the sign test say, in words. */
function duelSentence(
  columns: Columns,
  { score, baseline, challenger }: ComparisonChoices,
  [a, b]: readonly [string, string],
): string {
  const { n, wins, ties, losses, difference, interval, p, verdict } = columns.duel(score, baseline, challenger);
  if (n === 0) return `There is no image where both ${a} and ${b} have this score.`;
  const between = interval ? ` (95 % interval ${interval.map(formatSigned).join(" to ")})` : "";
  return `Of ${n} images, ${b} is better on ${wins}, equal on ${ties} and worse on ${losses} than ${a}. Mean difference ${formatSigned(difference)}${between}: ${conclusions[verdict]} Beside it, the sign test, which does not decide: p = ${formatValue(p)}.`;
}

interface Tools {
  readonly element: HTMLElement;
  show(choices: ComparisonChoices): void;
}

/** Which score, and which two models. */
function createTools(
  view: ComparisonView,
  { scores }: Columns,
  choices: () => ComparisonChoices,
  change: (part: Partial<ComparisonChoices>) => void,
  remote: Remote<ComparisonCalls>,
): Tools {
  const score = choiceList(
    "Score",
    "score",
    scores.map(({ id, title }) => ({ value: id, title })),
    choices().score,
    (id) => change({ score: id }),
  );
  const modelList = (
    letter: "A" | "B",
    which: "baseline" | "challenger",
    other: "baseline" | "challenger",
  ): ChoiceList<string> =>
    choiceList(
      letter === "A" ? "A: the baseline" : "B: compared with it",
      which,
      view.models.map(({ name }, model) => ({ value: String(model), title: name })),
      String(choices()[which]),
      (value) => {
        const chosen = Number(value);
        // Who chooses the other side's model wants the sides exchanged.
        change({ [which]: chosen, ...(choices()[other] === chosen && { [other]: choices()[which] }) });
      },
    );
  const [a, b] = [modelList("A", "baseline", "challenger"), modelList("B", "challenger", "baseline")];
  const swap = iconButton("arrow-swap", "Exchange A and B", "swap", () =>
    change({ baseline: choices().challenger, challenger: choices().baseline }),
  );
  const explain = iconButton(
    "question",
    "Explain this score",
    "explain",
    () => void remote.explainScore(choices().score),
  );
  const save = iconButton("export", "Export the comparison", "export", () => void remote.exportTables());
  return {
    element: element(
      "div",
      { class: "compare-tools", role: "toolbar", "aria-label": "Comparison" },
      element("span", { class: "letter" }, "A"),
      a.element,
      swap.element,
      element("span", { class: "letter" }, "B"),
      b.element,
      element("span", { class: "gap" }),
      score.element,
      explain.element,
      element("span", { class: "spring" }),
      element("span", { class: "quiet truth", title: view.truth }, `against ${view.truth}`),
      save.element,
    ),
    show(now) {
      score.setValue(now.score);
      a.setValue(String(now.baseline));
      b.setValue(String(now.challenger));
    },
  };
}
