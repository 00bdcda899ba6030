import type { Score } from "../../src/core/score.js";
import { element, icon } from "../ui/dom.js";

/** Id of the details that a score's button opens. */
export const detailsIdOf = (score: Score): string => `details-${score.id}`;

/** The title of a score as the button that opens its details. */
export function disclosureOf(score: Score): HTMLButtonElement {
  return element(
    "button",
    {
      type: "button",
      class: "disclosure",
      "aria-expanded": "false",
      "aria-controls": detailsIdOf(score),
      "data-testid": `expand-${score.id}`,
    },
    icon("chevron-right"),
    element("span", { class: "score-title" }, score.title),
  );
}

/** A formula that may be wider than its place: it scrolls by key. */
export function formulaBox(score: Score, formula: Node | null): HTMLElement | null {
  const label = `Formula of ${score.title}`;
  return formula && element("div", { class: "formula", tabindex: "0", role: "group", "aria-label": label }, formula);
}
