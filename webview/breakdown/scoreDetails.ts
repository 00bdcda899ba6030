import type { ComparedValue } from "../../src/core/conventions/index.js";
import type { Score, Sharing } from "../../src/core/score.js";
import { perPixelOf } from "../stage/perPixel.js";
import type { Action } from "../state/state.js";
import { element, setText } from "../ui/dom.js";
import { formatPercent, formatValue } from "../ui/format.js";
import { formulaOf } from "../ui/mathml.js";
import { textButton } from "../ui/widgets.js";
import type { Reading } from "./analysis.js";
import { partIn } from "./analysis.js";
import { type ConventionTableContent, createConventionTable } from "./conventionTable.js";
import { copyShownButton } from "./copyShown.js";
import { parameterControls } from "./parameters.js";
import { formulaBox } from "./scoreParts.js";
import { bandDefinition, shareNames, shareRegions, shareTitles } from "./shareRegions.js";

/** What a score's row and details may ask for. */
export interface ScoreEvents {
  dispatch(action: Action): void;
  /** Copies the call of a library that returns a value. */
  copyPython(score: Score, line: ComparedValue): Promise<void>;
  explain(score: Score): void;
}

export interface DetailsContent {
  readonly reading: Reading;
  readonly turned: boolean;
  readonly conventions: ConventionTableContent;
}

export interface ScoreDetails {
  readonly element: HTMLElement;
  show(content: DetailsContent): void;
}

/** What opens under a row: formula, parameters, shares in numbers, the facts of the definition, other conventions. */
export function createScoreDetails(score: Score, { dispatch, copyPython, explain }: ScoreEvents): ScoreDetails {
  const controls = parameterControls(score, dispatch);
  const reset = textButton("Reset to Default", () => dispatch({ do: "reset", score: score.id }), {
    testid: `reset-${score.id}`,
  });
  const byPixel = perPixelOf(score);
  const perPixel =
    byPixel &&
    textButton(score.sharing === "sum" ? "Show per Pixel" : "Show Gradient", () => dispatch(byPixel.show), {
      testid: `details-per-pixel-${score.id}`,
    });
  const copyShown = copyShownButton(score, (line) => copyPython(score, line));
  const more = textButton("Explain", () => explain(score), { testid: `explain-${score.id}` });
  const shares = shareNumbers(score);
  const conventions = createConventionTable(score, {
    toggle: () => dispatch({ do: "toggle", list: "compared", score: score.id }),
    copy: (line) => copyPython(score, line),
  });
  return {
    element: element(
      "div",
      { class: "details", "data-testid": `details-${score.id}` },
      formulaBox(score, formulaOf(score.id)),
      controls?.element ?? null,
      element("div", { class: "details-actions" }, perPixel, copyShown.element, more, reset),
      shares.element,
      facts(score),
      conventions.element,
    ),
    show({ reading, turned, conventions: table }) {
      controls?.show(reading.values);
      reset.hidden = !turned;
      shares.show(reading);
      conventions.show(table);
      copyShown.show(reading.absent ? undefined : table.comparison.call);
      if (perPixel) perPixel.hidden = reading.value === null;
    },
  };
}

function shareNumbers(score: Score): { readonly element: HTMLElement | null; show(reading: Reading): void } {
  if (!score.sharing) return { element: null, show: () => {} };
  const cells = shareRegions.map((region) => ({
    region,
    value: element("dd", { "data-testid": `share-${score.id}-${region}` }),
  }));
  const list = element(
    "dl",
    { class: "share-numbers" },
    ...cells.map(({ region, value }) =>
      element(
        "div",
        { title: region === "band" ? bandDefinition : shareTitles[region] },
        element("dt", {}, element("span", { class: `swatch ${region}`, "aria-hidden": "true" }), shareNames[region]),
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
        const share = shares[region];
        setText(value, `${formatValue(share ?? null)} · ${formatPercent(partIn(shares, region))}`);
        value.dataset.value = String(share ?? "");
        if (value.parentElement) value.parentElement.hidden = share === undefined;
      }
    },
  };
}

const sharingWords: Readonly<Record<Sharing, string>> = {
  sum: "a sum over pixels: the shares are its terms",
  coupled: "the shares add up, but all pixels together decide each of them: by pixel the stage shows the gradient",
  proportion: "no sum over pixels: it is divided in proportion to |y − p|; by pixel the stage shows the gradient",
};

/** Direction and range, empty masks, how shares come about, source. */
export function facts({ better, range: [least, most], empty, source, sharing, reads }: Score): HTMLElement {
  const rows: ReadonlyArray<readonly [string, string]> = [
    ["Better", `${better}, from ${formatValue(least)} to ${formatValue(most)}`],
    ["Empty masks", empty],
    ...(sharing ? [["Shares", sharingWords[sharing]] as const] : []),
    ...(sharing && reads !== "distances" ? [["Band", bandDefinition] as const] : []),
    ["Source", source],
  ];
  return element(
    "dl",
    { class: "facts" },
    ...rows.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)]),
  );
}
