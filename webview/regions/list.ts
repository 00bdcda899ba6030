import type { RankedRegions } from "../../src/core/regions/gains.js";
import { type Region, regionAt } from "../../src/core/regions/list.js";
import { element, setAttribute } from "../dom.js";
import { createRegionRow, type RegionRow } from "./row.js";

export interface RegionListEvents {
  /** A region was chosen; `fly` when the stage is to go there. */
  choose(region: Region | null, fly: boolean): void;
}

export interface RegionListView {
  readonly element: HTMLElement;
  show(regions: RankedRegions, chosen: number | null, unit: string): void;
}

/** As the rows of every list of VS Code, CSS pixels. */
const ROW = 22;
/** Rows beyond what is seen, so that scrolling shows no gap. */
const SPARE = 4;

/** All regions, of which only those in sight have elements: a noisy mask has tens of thousands. */
export function createRegionList({ choose }: RegionListEvents): RegionListView {
  const rows: RegionRow[] = [];
  const space = element("div", { class: "region-space" });
  const root = element(
    "div",
    {
      class: "region-list",
      role: "listbox",
      tabindex: "0",
      "aria-label": "Regions of error",
      "data-testid": "regions",
    },
    space,
  );
  let shown: RankedRegions | null = null;
  let chosen: number | null = null;
  let unit = "";

  const draw = () => {
    if (!shown) return;
    const { list, gains } = shown;
    const count = list.first.length;
    const from = Math.max(0, Math.floor(root.scrollTop / ROW) - SPARE);
    const to = Math.min(count, Math.ceil((root.scrollTop + root.clientHeight) / ROW) + SPARE);
    while (rows.length < to - from) {
      const row = createRegionRow();
      row.element.addEventListener("click", () => pick(row.place, true));
      rows.push(row);
      space.append(row.element);
    }
    const most = Math.max(...[gains.chosen[0] ?? 0, 0].filter((gain) => !Number.isNaN(gain)));
    for (const [i, row] of rows.entries()) {
      const place = from + i;
      row.element.hidden = place >= to;
      if (place >= to) continue;
      row.element.style.transform = `translateY(${place * ROW}px)`;
      row.show({
        place,
        of: count,
        region: regionAt(list, place),
        gain: gains.chosen[place],
        most,
        unit,
        isChosen: list.first[place] === chosen,
      });
    }
    const active = chosenPlace();
    setAttribute(root, "aria-activedescendant", active >= from && active < to ? `region-${active}` : null);
  };

  const chosenPlace = () => (shown && chosen !== null ? shown.list.first.indexOf(chosen) : -1);

  const pick = (place: number, fly: boolean) => {
    if (!shown || place < 0 || place >= shown.list.first.length) return;
    const top = place * ROW;
    if (top < root.scrollTop) root.scrollTop = top;
    else if (top + ROW > root.scrollTop + root.clientHeight) root.scrollTop = top + ROW - root.clientHeight;
    choose(regionAt(shown.list, place), fly);
  };

  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !shown) return;
    const at = chosenPlace();
    const page = Math.max(1, Math.floor(root.clientHeight / ROW) - 1);
    const last = shown.list.first.length - 1;
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
    else if (event.key === "Escape" && chosen !== null) choose(null, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener("scroll", draw, { passive: true });
  new ResizeObserver(draw).observe(root);

  return {
    element: root,
    show(regions, nowChosen, nowUnit) {
      if (regions !== shown) {
        space.style.height = `${regions.list.first.length * ROW}px`;
        root.hidden = regions.list.first.length === 0;
      }
      [shown, chosen, unit] = [regions, nowChosen, nowUnit];
      draw();
    },
  };
}
