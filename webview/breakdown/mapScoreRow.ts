import type { ComparedValue } from "../../src/core/conventions/index.js";
import type { Score } from "../../src/core/score.js";
import { element } from "../ui/dom.js";
import { formatValue } from "../ui/format.js";
import { formulaOf } from "../ui/mathml.js";
import { textButton } from "../ui/widgets.js";
import { compareLines } from "./conventions.js";
import { createConventionTable } from "./conventionTable.js";
import { copyShownButton } from "./copyShown.js";
import { facts } from "./scoreDetails.js";
import { detailsIdOf, disclosureOf, formulaBox } from "./scoreParts.js";

export interface MapScoreEvents {
  /** The conventions of the score; they are read when they are first looked at. */
  compare(score: Score): Promise<readonly ComparedValue[]>;
  copyPython(score: Score, line: ComparedValue): Promise<void>;
  explain(score: Score): void;
  /** Its details were opened or closed. */
  toggled(score: Score, open: boolean): void;
}

export interface MapScoreContent {
  readonly value: number | null;
  readonly preset: Parameters<typeof compareLines>[1];
  readonly open: boolean;
}

/** A score of a pair of maps: the row of its value, and the row of its definition and of other libraries' values. */
export function mapScoreRow(score: Score, events: MapScoreEvents, { value, preset, open }: MapScoreContent) {
  const disclosure = disclosureOf(score);
  const row = element(
    "tr",
    { class: "plain-score" },
    element("th", { scope: "row" }, disclosure),
    element(
      "td",
      {
        class: "value",
        title: value === null ? `Undefined. On empty masks: ${score.empty}` : String(value),
        "data-value": value === null ? "" : String(value),
        "data-testid": `score-${score.id}`,
      },
      formatValue(value),
    ),
  );
  const cell = element("td", { colspan: "2" });
  const detailsRow = element("tr", { class: "details-row", id: detailsIdOf(score), hidden: "" }, cell);
  let details: ReturnType<typeof createDetails> | null = null;

  const set = (expanded: boolean) => {
    disclosure.setAttribute("aria-expanded", String(expanded));
    detailsRow.hidden = !expanded;
    if (!expanded || details) return;
    details = createDetails(score, events, value, preset);
    cell.append(details.element);
    details.read();
  };
  disclosure.addEventListener("click", () => {
    const expanded = detailsRow.hidden === true;
    set(expanded);
    events.toggled(score, expanded);
  });
  if (open) set(true);
  return [row, detailsRow];
}

function createDetails(
  score: Score,
  { compare, copyPython, explain }: MapScoreEvents,
  value: number | null,
  preset: MapScoreContent["preset"],
) {
  const copy = (line: ComparedValue) => copyPython(score, line);
  const copyShown = copyShownButton(score, copy);
  const more = textButton("Explain", () => explain(score), { testid: `explain-${score.id}` });
  let open = true;
  let lines: readonly ComparedValue[] | null = null;
  const failure = element("p", { class: "conventions-failure", role: "status", hidden: "" });
  const conventions = createConventionTable(score, {
    toggle() {
      open = !open;
      show();
    },
    copy,
  });
  const show = () => {
    const comparison = compareLines(lines ?? [], preset, value);
    conventions.show({ comparison, open, turned: "", reading: lines === null });
    copyShown.show(comparison.call);
  };
  show();
  return {
    element: element(
      "div",
      { class: "details", "data-testid": `details-${score.id}` },
      formulaBox(score, formulaOf(score.id)),
      element("div", { class: "details-actions" }, copyShown.element, more),
      facts(score),
      conventions.element,
      failure,
    ),
    read() {
      compare(score).then(
        (all) => {
          lines = all;
          show();
        },
        (error: unknown) => {
          failure.textContent = `Other libraries' values cannot be had: ${error instanceof Error ? error.message : String(error)}`;
          failure.hidden = false;
        },
      );
    },
  };
}
