import type { RegionShares } from "../../src/core/shares.js";
import { element, hidden, setText, setTitle } from "../ui/dom.js";
import { formatPercent, formatValue } from "../ui/format.js";
import { partIn } from "./analysis.js";
import { shareRegions, shareTitles } from "./shareRegions.js";

export interface ShareBar {
  readonly element: HTMLElement;
  show(shares: RegionShares): void;
}

/** A loss as one bar, divided among the regions. */
export function createShareBar(): ShareBar {
  const segments = shareRegions.map((region) => ({ region, part: element("span", { class: `segment ${region}` }) }));
  const spoken = hidden("");
  const bar = element("span", { class: "share-bar", "aria-hidden": "true" }, ...segments.map(({ part }) => part));
  const root = element("span", { class: "share" }, bar, spoken);
  return {
    element: root,
    show(shares) {
      for (const { region, part } of segments) part.style.flexGrow = String(partIn(shares, region));
      setText(
        spoken,
        shareRegions.map((region) => `${shareTitles[region]} ${formatPercent(partIn(shares, region))}`).join(", "),
      );
      setTitle(
        root,
        shareRegions
          .filter((region) => shares[region] !== undefined)
          .map(
            (region) =>
              `${shareTitles[region]}: ${formatValue(shares[region] ?? null)} (${formatPercent(partIn(shares, region))})`,
          )
          .join("\n"),
      );
    },
  };
}

/** A score between 0 and 1 as a plain bar. */
export function createValueBar(): { readonly element: HTMLElement; show(value: number | null): void } {
  const fill = element("span", { class: "value-fill" });
  const root = element("span", { class: "value-bar", "aria-hidden": "true" }, fill);
  return {
    element: root,
    show(value) {
      fill.style.setProperty("--part", String(value === null ? 0 : Math.min(1, Math.max(0, value))));
    },
  };
}
