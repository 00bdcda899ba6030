import type { Region } from "../../src/core/regions/list.js";
import { element, hidden, setAttribute, setText, setTitle } from "../dom.js";
import { formatCount } from "../format.js";
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

export interface RegionRow {
  readonly element: HTMLElement;
  readonly place: number;
  show(content: RegionRowContent): void;
}

/** One region: its kind, its pixels, and what its correction would gain. */
export function createRegionRow(): RegionRow {
  const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
  const title = element("span", { class: "region-title" });
  const pixels = element("span", { class: "region-pixels" });
  const fill = element("span", { class: "region-fill" });
  const gain = element("span", { class: "region-gain" });
  const spoken = hidden("");
  const root = element(
    "div",
    { class: "region", role: "option" },
    swatch,
    title,
    pixels,
    element("span", { class: "region-bar", "aria-hidden": "true" }, fill),
    gain,
    spoken,
  );
  let shown = 0;
  return {
    element: root,
    get place() {
      return shown;
    },
    show({ place, of, region, gain: value, most, unit, isChosen }) {
      shown = place;
      const { kind, pixels: count, box } = region;
      root.id = `region-${place}`;
      setAttribute(root, "aria-selected", String(isChosen));
      setAttribute(root, "aria-posinset", String(place + 1));
      setAttribute(root, "aria-setsize", String(of));
      setAttribute(root, "data-first", String(region.first));
      setAttribute(root, "data-kind", kind.id);
      setAttribute(root, "data-pixels", String(count));
      setAttribute(root, "data-gain", Number.isNaN(value) ? "" : String(value));
      swatch.className = `swatch ${kind.side}`;
      setText(title, kind.title);
      setText(pixels, `${formatCount(count)} px`);
      setText(gain, formatGain(value));
      fill.style.setProperty("--part", String(most > 0 && value > 0 ? value / most : 0));
      setText(spoken, `: gain in ${unit}`);
      setTitle(
        root,
        `${kind.title}: ${kind.definition}\n${formatCount(count)} pixels at x ${box.x}, y ${box.y}; ${box.width} × ${box.height}`,
      );
    },
  };
}
