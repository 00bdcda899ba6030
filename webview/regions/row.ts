import type { Region } from "../../src/core/regions/list.js";
import { element, hidden } from "../ui/dom.js";
import { formatCount } from "../ui/format.js";
import { formatGain } from "./words.js";

export interface RegionRowContent {
  readonly place: number;
  readonly of: number;
  readonly region: Region;
  readonly gain: number;
  /** The largest gain of all: the length of a full bar. */
  readonly most: number;
  /** What the gain is counted in, such as "IoU". */
  readonly unit: string;
  readonly isChosen: boolean;
}

/** One region: its kind, its pixels, and what its correction would gain. */
export function regionRow({ place, of, region, gain, most, unit, isChosen }: RegionRowContent): HTMLElement {
  const { kind, pixels, first, box } = region;
  const fill = element("span", { class: "region-fill" });
  fill.style.setProperty("--part", String(most > 0 && gain > 0 ? gain / most : 0));
  return element(
    "div",
    {
      class: "region",
      role: "option",
      id: `region-${place}`,
      title: `${kind.title}: ${kind.definition}\n${formatCount(pixels)} pixels at x ${box.x}, y ${box.y}; ${box.width} × ${box.height}`,
      "aria-selected": String(isChosen),
      "aria-posinset": String(place + 1),
      "aria-setsize": String(of),
      "data-first": String(first),
      "data-kind": kind.id,
      "data-gain": Number.isNaN(gain) ? "" : String(gain),
    },
    element("span", { class: `swatch ${kind.side}`, "aria-hidden": "true" }),
    element("span", { class: "region-title" }, kind.title),
    element("span", { class: "region-pixels" }, `${formatCount(pixels)} px`),
    element("span", { class: "region-bar", "aria-hidden": "true" }, fill),
    element("span", { class: "region-gain" }, formatGain(gain)),
    hidden(`: gain in ${unit}`),
  );
}
