import type { Score } from "../src/core/score.js";
import type { Reading } from "./analysis.js";
import { partIn } from "./analysis.js";
import { element, setText } from "./dom.js";
import { formatPercent, formatValue } from "./format.js";
import { formulaOf } from "./mathml.js";
import { regions, regionTitles } from "./palettes.js";
import { parameterControls } from "./parameters.js";
import type { Action } from "./state.js";
import { textButton } from "./widgets.js";

export interface ScoreDetails {
  readonly element: HTMLElement;
  show(reading: Reading, turned: boolean): void;
}

/** What opens under a row: formula, parameters, shares in numbers, and the facts of the definition. */
export function createScoreDetails(score: Score, dispatch: (action: Action) => void): ScoreDetails {
  const formula = formulaOf(score.id);
  const controls = parameterControls(score, dispatch);
  const reset = textButton("Reset to Default", () => dispatch({ do: "reset", score: score.id }), {
    testid: `reset-${score.id}`,
  });
  const perPixel = score.sharing
    ? textButton("Show per Pixel", () => dispatch({ do: "set", change: { layer: "loss", loss: score.id } }), {
        testid: `details-per-pixel-${score.id}`,
      })
    : null;
  const shares = shareNumbers(score);
  return {
    element: element(
      "div",
      { class: "details", "data-testid": `details-${score.id}` },
      formula &&
        element(
          "div",
          { class: "formula", tabindex: "0", role: "group", "aria-label": `Formula of ${score.title}` },
          formula,
        ),
      controls?.element ?? null,
      element("div", { class: "details-actions" }, perPixel, reset),
      shares.element,
      facts(score),
    ),
    show(reading, turned) {
      controls?.show(reading.values);
      reset.hidden = !turned;
      shares.show(reading);
    },
  };
}

function shareNumbers(score: Score): { readonly element: HTMLElement | null; show(reading: Reading): void } {
  if (!score.sharing) return { element: null, show: () => {} };
  const cells = regions.map((region) => ({
    region,
    value: element("dd", { "data-testid": `share-${score.id}-${region}` }),
  }));
  const list = element(
    "dl",
    { class: "share-numbers" },
    ...cells.map(({ region, value }) =>
      element(
        "div",
        { title: regionTitles[region] },
        element("dt", {}, element("span", { class: `swatch ${region}`, "aria-hidden": "true" }), region.toUpperCase()),
        value,
      ),
    ),
  );
  return {
    element: list,
    show({ shares }) {
      list.hidden = !shares;
      if (!shares) return;
      for (const { region, value } of cells) {
        setText(value, `${formatValue(shares[region])} · ${formatPercent(partIn(shares, region))}`);
        value.dataset.value = String(shares[region]);
      }
    },
  };
}

function facts({ better, range: [least, most], empty, source, sharing }: Score): HTMLElement {
  const rows: ReadonlyArray<readonly [string, string]> = [
    ["Better", `${better}, from ${formatValue(least)} to ${formatValue(most)}`],
    ["Empty masks", empty],
    ...(sharing === "proportion"
      ? [["Shares", "the score is no sum over pixels: it is divided in proportion to |y − p|"] as const]
      : []),
    ["Source", source],
  ];
  return element(
    "dl",
    { class: "facts" },
    ...rows.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)]),
  );
}
