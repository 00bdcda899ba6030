import type { Score } from "../src/core/score.js";
import type { Reading } from "./analysis.js";
import { element, icon, setAttribute, setText, setTitle } from "./dom.js";
import { formatValue } from "./format.js";
import { createScoreDetails, type ScoreDetails } from "./scoreDetails.js";
import { createShareBar, createValueBar } from "./shareBar.js";
import type { Action } from "./state.js";

export interface RowFlags {
  readonly expanded: boolean;
  /** Its parameters are not those of the preset. */
  readonly turned: boolean;
  /** It still stands on pixels read under other settings. */
  readonly pending: boolean;
  /** The stage shows its shares. */
  readonly onStage: boolean;
}

export interface ScoreRow {
  /** The row of numbers and the row of details under it. */
  readonly rows: readonly [HTMLTableRowElement, HTMLTableRowElement];
  show(reading: Reading, flags: RowFlags): void;
}

export function createScoreRow(score: Score, dispatch: (action: Action) => void): ScoreRow {
  const detailsId = `details-${score.id}`;
  const disclosure = element(
    "button",
    {
      type: "button",
      class: "disclosure",
      "aria-expanded": "false",
      "aria-controls": detailsId,
      "data-testid": `expand-${score.id}`,
    },
    icon("chevron-right"),
    element("span", { class: "score-title" }, score.title),
  );
  disclosure.addEventListener("click", () => dispatch({ do: "toggle", list: "expanded", score: score.id }));

  const shares = score.sharing ? createShareBar() : null;
  const bar = shares || score.range[1] !== 1 ? null : createValueBar();
  const value = element("td", { class: "value", "data-testid": `score-${score.id}` });
  const perPixel = score.sharing ? perPixelButton(score, dispatch) : null;

  const row = element(
    "tr",
    { class: "score", "data-score": score.id },
    element("th", { scope: "row" }, disclosure),
    element("td", { class: "bar" }, (shares ?? bar)?.element ?? null),
    value,
    element("td", { class: "action" }, perPixel),
  );
  const detailsCell = element("td", { colspan: "4" });
  const detailsRow = element("tr", { class: "details-row", id: detailsId, hidden: "" }, detailsCell);
  let details: ScoreDetails | null = null;

  return {
    rows: [row, detailsRow],
    show(reading, { expanded, turned, pending, onStage }) {
      setText(value, formatValue(reading.value));
      setAttribute(value, "data-value", reading.value === null ? "" : String(reading.value));
      setTitle(value, reading.value === null ? `Undefined. On empty masks: ${score.empty}` : String(reading.value));
      setAttribute(row, "data-pending", pending ? "" : null);
      setAttribute(row, "data-turned", turned ? "" : null);
      if (reading.shares) shares?.show(reading.shares);
      if (shares) shares.element.hidden = !reading.shares;
      bar?.show(reading.value);
      if (perPixel) setAttribute(perPixel, "aria-pressed", String(onStage));

      setAttribute(disclosure, "aria-expanded", String(expanded));
      detailsRow.hidden = !expanded;
      if (!expanded) return;
      if (!details) {
        details = createScoreDetails(score, dispatch);
        detailsCell.append(details.element);
      }
      details.show(reading, turned);
    },
  };
}

function perPixelButton(score: Score, dispatch: (action: Action) => void): HTMLElement {
  const label = `Show ${score.title} per Pixel`;
  const button = element(
    "button",
    {
      type: "button",
      class: "row-action",
      title: label,
      "aria-label": label,
      "aria-pressed": "false",
      "data-testid": `per-pixel-${score.id}`,
    },
    icon("eye"),
  );
  button.addEventListener("click", () => {
    const pressed = button.getAttribute("aria-pressed") === "true";
    dispatch({ do: "set", change: pressed ? { layer: "errors" } : { layer: "loss", loss: score.id } });
  });
  return button;
}
