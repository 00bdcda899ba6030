import { isLibrary, type PresetName } from "../../src/core/conventions/index.js";
import type { Score } from "../../src/core/score.js";
import { perPixelOf } from "../stage/perPixel.js";
import { element, icon, setAttribute, setTitle } from "../ui/dom.js";
import { formatValue } from "../ui/format.js";
import type { Reading } from "./analysis.js";
import { showComputed } from "./computing.js";
import { presetLabel } from "./conventions.js";
import { createScoreDetails, type DetailsContent, type ScoreDetails, type ScoreEvents } from "./scoreDetails.js";
import { detailsIdOf, disclosureOf } from "./scoreParts.js";
import { createShareBar, createValueBar } from "./shareBar.js";

export interface RowContent {
  readonly reading: Reading;
  /** The parameters are not those of the preset. */
  readonly turned: boolean;
  /** What its details show; null while they are closed. */
  readonly details: Omit<DetailsContent, "reading" | "turned"> | null;
  /** The preset, for a score that its library lacks. */
  readonly preset: PresetName;
  /** What it is computed from is on its way. */
  readonly computing: boolean;
  /** It still stands on pixels read under other settings. */
  readonly pending: boolean;
  /** The stage shows its shares. */
  readonly onStage: boolean;
}

export interface ScoreRow {
  /** The row of numbers and the row of details under it. */
  readonly rows: readonly [HTMLTableRowElement, HTMLTableRowElement];
  show(content: RowContent): void;
}

export function createScoreRow(score: Score, events: ScoreEvents): ScoreRow {
  const { dispatch } = events;
  const disclosure = disclosureOf(score);
  disclosure.addEventListener("click", () => dispatch({ do: "toggle", list: "expanded", score: score.id }));

  const shares = score.sharing ? createShareBar() : null;
  const bar = shares || score.range[1] !== 1 ? null : createValueBar();
  const value = element("td", { class: "value", "data-testid": `score-${score.id}` });
  const perPixel = perPixelButton(score, dispatch);
  const barCell = element("td", { class: "bar" }, (shares ?? bar)?.element ?? null);

  const row = element(
    "tr",
    {
      class: "score",
      "data-score": score.id,
      // What a right-click tells VS Code, and so the commands of its menu.
      "data-vscode-context": JSON.stringify({
        webviewSection: "score",
        score: score.id,
        preventDefaultContextMenuItems: true,
      }),
    },
    element("th", { scope: "row" }, disclosure),
    barCell,
    value,
    element("td", { class: "action" }, perPixel),
  );
  const detailsCell = element("td", { colspan: "4" });
  const detailsRow = element("tr", { class: "details-row", id: detailsIdOf(score), hidden: "" }, detailsCell);
  let details: ScoreDetails | null = null;

  return {
    rows: [row, detailsRow],
    show({ reading, turned, details: content, preset, computing, pending, onStage }) {
      showComputed(value, computing ? null : valueText(reading, preset));
      setAttribute(value, "data-value", reading.value === null ? "" : String(reading.value));
      setTitle(value, computing ? "Computing…" : valueTitle(reading, preset));
      // Said at length where there is no bar.
      barCell.hidden = reading.absent;
      value.colSpan = reading.absent ? 2 : 1;
      setAttribute(row, "data-absent", reading.absent ? "" : null);
      setAttribute(row, "data-pending", pending ? "" : null);
      setAttribute(row, "data-turned", turned ? "" : null);
      if (reading.shares) shares?.show(reading.shares);
      if (shares) shares.element.hidden = !reading.shares;
      bar?.show(reading.value);
      if (perPixel) perPixel.hidden = reading.value === null || isLibrary(preset);
      if (perPixel) setAttribute(perPixel, "aria-pressed", String(onStage));

      setAttribute(disclosure, "aria-expanded", String(content !== null));
      detailsRow.hidden = !content;
      if (!content) return;
      if (!details) {
        details = createScoreDetails(score, events);
        detailsCell.append(details.element);
      }
      details.show({ reading, turned, ...content });
    },
  };
}

function valueText({ value, returned, absent }: Reading, preset: PresetName): string {
  return absent ? `not in ${preset}` : (returned ?? formatValue(value));
}

function valueTitle({ score, value, returned, absent, unread }: Reading, preset: PresetName): string {
  const { title, library } = presetLabel(preset);
  if (absent) return `${library} does not have this score.`;
  if (returned) return returned === "raises" ? `${title} raises an error.` : `${title} returns ${returned}.`;
  if (unread) return "Not computed: what it needs of the pixels could not be read.";
  return value === null ? `Undefined. On empty masks: ${score.empty}` : String(value);
}

function perPixelButton(score: Score, dispatch: ScoreEvents["dispatch"]): HTMLElement | null {
  const perPixel = perPixelOf(score);
  if (!perPixel) return null;
  const { label, show } = perPixel;
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
    dispatch(pressed ? { do: "set", change: { layer: "errors" } } : show);
  });
  return button;
}
