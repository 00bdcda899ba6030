import { classTitle } from "../../src/core/labels/classes.js";
import type { LabelMaps, ObjectMaps } from "../../src/core/maps/mapPair.js";
import { type Fate, fates } from "../../src/core/objects/fates.js";
import { agreements } from "../paint/agreement.js";
import { type AgreementId, cssRgb } from "../stage/palettes.js";
import type { Rectangle } from "../stage/viewport.js";
import { element } from "../ui/dom.js";
import { formatCount, formatValue } from "../ui/format.js";
import { foundObjects } from "./agreement.js";
import { boxesOf } from "./boxes.js";
import { classColour } from "./colours.js";

export interface MapSideEvents {
  /** Looks at one class alone: for a moment while it is pointed at, or until it is chosen again. null: at all. */
  look(place: number | null, isChosen: boolean): void;
  flyTo(box: Rectangle): void;
}

/** The classes of a pair with their scores; pointing at one shows it alone. */
export function classTable({ classes, perClass, areas }: LabelMaps, { look }: MapSideEvents): HTMLElement {
  const rows = classes.map((own, place) => {
    const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.setProperty("--mark", cssRgb(classColour(own)));
    const button = element(
      "button",
      {
        type: "button",
        class: "class-name",
        "aria-pressed": "false",
        title: `Show ${classTitle(own)} alone`,
        "data-testid": `class-${own.id}`,
      },
      swatch,
      element("span", {}, classTitle(own)),
    );
    const row = element(
      "tr",
      { class: "class-row" },
      element("th", { scope: "row" }, button),
      number(perClass.iou[place] ?? null, `class-${own.id}-iou`),
      number(perClass.dice[place] ?? null, `class-${own.id}-dice`),
      element("td", { class: "value" }, formatCount(areas[place].truth)),
      element("td", { class: "value" }, formatCount(areas[place].prediction)),
    );
    row.addEventListener("pointerenter", () => look(place, false));
    row.addEventListener("pointerleave", () => look(null, false));
    button.addEventListener("click", () => {
      const chosen = button.getAttribute("aria-pressed") !== "true";
      for (const other of rows) other.querySelector("button")?.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-pressed", String(chosen));
      look(chosen ? place : null, true);
    });
    return row;
  });
  return table("Scores by class", ["Class", "IoU", "Dice", "Truth px", "Predicted px"], rows);
}

/** Objects that found no match, the largest first: more than these would not be looked through. */
const MOST_OBJECTS = 200;

/**
 * How many objects met which fate, and those without a match: a click goes there.
 * @param other what became of them in a second prediction, A; null: there is none.
 */
export function objectTable(
  maps: ObjectMaps,
  other: ObjectMaps["objects"] | null,
  { flyTo }: MapSideEvents,
): HTMLElement {
  const { objects } = maps;
  const count = (side: "truth" | "prediction", fate: Fate) =>
    objects[side].fates.reduce((sum, own) => sum + Number(fates[own] === fate), 0);
  const summary = fates.map((fate) =>
    element(
      "tr",
      { class: "class-row" },
      element(
        "th",
        { scope: "row" },
        element("span", { class: `swatch map-${fate === "matched" ? "right" : fate}`, "aria-hidden": "true" }),
        ` ${fate[0].toUpperCase()}${fate.slice(1)}`,
      ),
      element(
        "td",
        { class: "value", "data-testid": `truth-${fate}` },
        fate === "false" ? "" : String(count("truth", fate)),
      ),
      element(
        "td",
        { class: "value", "data-testid": `prediction-${fate}` },
        fate === "missed" ? "" : String(count("prediction", fate)),
      ),
    ),
  );
  const unmatched = (["truth", "prediction"] as const)
    .flatMap((side) => {
      const boxes = boxesOf(maps[side], maps.width, objects[side].ids.length);
      return Array.from(objects[side].ids, (id, at) => ({
        side,
        id,
        fate: fates[objects[side].fates[at]],
        pixels: objects[side].pixels[at],
        iou: objects[side].ious[at],
        box: boxes[at],
      }));
    })
    .filter(({ fate }) => fate !== "matched")
    .sort((a, b) => b.pixels - a.pixels)
    .slice(0, MOST_OBJECTS)
    .map(({ side, id, fate, pixels, iou, box }) => {
      const button = element(
        "button",
        { type: "button", class: "class-name", title: "Zoom to this object", "data-testid": `object-${side}-${id}` },
        element("span", { class: `swatch map-${fate}`, "aria-hidden": "true" }),
        element("span", {}, `${side === "truth" ? "Truth" : "Prediction"} ${id}: ${fate}`),
      );
      button.addEventListener("click", () => flyTo(box));
      return element(
        "tr",
        { class: "class-row" },
        element("th", { scope: "row" }, button),
        element("td", { class: "value" }, formatCount(pixels)),
        element("td", { class: "value" }, iou.toFixed(2)),
      );
    });
  return element(
    "div",
    {},
    other ? foundTable(foundObjects(other, objects)) : null,
    table("Objects by fate", ["Objects", "Truth", "Prediction"], summary),
    unmatched.length > 0
      ? table("Objects without a match", ["Without a match", "Pixels", "Best IoU"], unmatched)
      : null,
  );
}

const foundTitles: Readonly<Record<AgreementId, string>> = {
  bothRight: "Found by both",
  onlyA: "Found by A only",
  onlyB: "Found by B only",
  bothWrong: "Found by neither",
};

/** Objects of the truth, by which of two models found them. */
function foundTable(found: ReturnType<typeof foundObjects>): HTMLElement {
  const rows = agreements.map(({ id }) =>
    element(
      "tr",
      { class: "class-row" },
      element(
        "th",
        { scope: "row" },
        element("span", { class: `swatch ${id}`, "aria-hidden": "true" }),
        ` ${foundTitles[id]}`,
      ),
      element("td", { class: "value", "data-testid": `found-${id}` }, formatCount(found[id])),
    ),
  );
  return table("Objects of the truth by who found them", ["Objects of the truth", "Count"], rows);
}

function table(caption: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return element(
    "table",
    { class: "classes", "data-testid": "classes" },
    element("caption", { class: "visually-hidden" }, caption),
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((head, i) => element("th", { scope: "col", class: i > 0 ? "value" : "" }, head))),
    ),
    element("tbody", {}, ...rows),
  );
}

function number(value: number | null, testid: string): HTMLElement {
  return element(
    "td",
    { class: "value", "data-testid": testid, "data-value": value === null ? "" : String(value) },
    formatValue(value),
  );
}
