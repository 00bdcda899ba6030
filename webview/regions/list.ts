import type { RankedRegions } from "../../src/core/regions/gains.js";
import { type Region, regionAt } from "../../src/core/regions/list.js";
import { setAttribute } from "../ui/dom.js";
import { createVirtualRows, ROW } from "../ui/virtualRows.js";
import { regionRow } from "./row.js";

export interface RegionListEvents {
  /** A region was chosen; `fly` when the stage is to go there. */
  choose(region: Region | null, fly: boolean): void;
}

export interface RegionListContent {
  readonly regions: RankedRegions;
  /** First pixel of the chosen region. */
  readonly chosen: number | null;
  /** What the gains are counted in, such as "IoU". */
  readonly unit: string;
}

export interface RegionListView {
  readonly element: HTMLElement;
  show(content: RegionListContent): void;
}

/** All regions, of which only those in sight have elements: a noisy mask has tens of thousands. */
export function createRegionList({ choose }: RegionListEvents): RegionListView {
  let shown: RegionListContent | null = null;
  const rows = createVirtualRows((place) => rowAt(place));
  const root = rows.element;
  const attributes = { role: "listbox", tabindex: "0", "aria-label": "Regions of error", "data-testid": "regions" };
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  root.classList.add("region-list");

  const chosenPlace = () => (shown && shown.chosen !== null ? shown.regions.list.first.indexOf(shown.chosen) : -1);

  const rowAt = (place: number): HTMLElement => {
    if (!shown) throw new RangeError("There are no rows before there are regions.");
    const { regions, chosen, unit } = shown;
    const { list, gains } = regions;
    const row = regionRow({
      place,
      of: list.first.length,
      region: regionAt(list, place),
      gain: gains.chosen[place],
      most: gains.chosen[0],
      unit,
      isChosen: list.first[place] === chosen,
    });
    row.addEventListener("click", () => pick(place, true));
    return row;
  };

  const pick = (place: number, fly: boolean) => {
    if (shown && place in shown.regions.list.first) choose(regionAt(shown.regions.list, place), fly);
  };

  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !shown) return;
    const at = chosenPlace();
    const page = Math.max(1, Math.floor(root.clientHeight / ROW) - 1);
    const last = shown.regions.list.first.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      PageDown: Math.min(last, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    if (place !== undefined) pick(place, false);
    else if (event.key === "Enter" || event.key === " ") pick(Math.max(0, at), true);
    else if (event.key === "Escape" && at >= 0) choose(null, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    element: root,
    show(content) {
      const before = shown;
      if (before && (["regions", "chosen", "unit"] as const).every((name) => before[name] === content[name])) return;
      shown = content;
      rows.setCount(content.regions.list.first.length);
      const place = chosenPlace();
      if (place >= 0 && before?.chosen !== content.chosen) rows.reveal(place);
      setAttribute(root, "aria-activedescendant", place >= 0 ? `region-${place}` : null);
    },
  };
}
