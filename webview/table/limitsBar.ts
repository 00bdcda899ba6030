import type { TableFailure } from "../../src/protocol/table.js";
import { element, icon, setText } from "../ui/dom.js";
import { formatCount } from "../ui/format.js";
import type { Range } from "./arrange.js";
import type { Column } from "./columns.js";
import { rangeText } from "./heading.js";

export interface LimitsBar {
  readonly element: HTMLElement;
  show(content: LimitsBarContent): void;
}

/** What a star at a score says. */
export const STAR = "* not under the settings turned here: its tooltip says why";

export interface LimitsBarContent {
  readonly limits: ReadonlyArray<{ readonly column: Column; readonly range: Range }>;
  readonly failures: readonly TableFailure[];
  /** Some heading has a star. */
  readonly hasCaveat: boolean;
}

/**
 * The limits that hold, each of which a click clears. It is always there, below the table: nothing moves under the
 * pointer that draws a limit. It also counts what has no row.
 *
 * @param showFailures leads to their names and reasons.
 */
export function createLimitsBar(clear: (column: string) => void, showFailures: () => void): LimitsBar {
  const hint = element("span", { class: "limits-hint" }, "Drag across a histogram or the scatter plot to filter.");
  const chips = element("div", { class: "limits" }, hint);
  const star = element("span", { class: "limits-hint", "data-testid": "star" }, STAR);
  const lacking = element("button", { type: "button", class: "link", "data-testid": "show-failures" });
  lacking.addEventListener("click", showFailures);
  const bar = element("footer", { class: "limits-bar", "aria-label": "Limits" }, chips, star, lacking);
  let shown = "";
  const chip = ({ id, title }: Column, range: Range) => {
    const text = `${title}: ${rangeText(range)}`;
    const button = element(
      "button",
      { type: "button", class: "chip", "aria-label": `${text}. Clear`, "data-testid": `chip-${id}` },
      element("span", {}, text),
      icon("close"),
    );
    button.addEventListener("click", () => clear(id));
    return button;
  };
  return {
    element: bar,
    show({ limits, failures, hasCaveat }) {
      star.hidden = !hasCaveat;
      lacking.hidden = failures.length === 0;
      setText(lacking, `${failuresText(failures)}: show reasons`);
      const key = JSON.stringify(limits.map(({ column, range }) => [column.title, range]));
      if (key === shown) return;
      shown = key;
      chips.replaceChildren(...(limits.length > 0 ? limits.map(({ column, range }) => chip(column, range)) : [hint]));
    },
  };
}

/** "4 failed, 1 without partner". */
export function failuresText(failures: readonly TableFailure[]): string {
  const alone = failures.filter(({ missing }) => missing !== undefined).length;
  const failed = failures.length - alone;
  return [
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(alone > 0 ? [`${formatCount(alone)} without partner`] : []),
  ].join(", ");
}
