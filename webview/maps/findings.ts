import type { FoundObject } from "../../src/core/diagnosis/check.js";
import type { Finding } from "../../src/core/diagnosis/index.js";
import { type FindingLink, findingItem } from "../diagnosis/item.js";
import { element } from "../ui/dom.js";

export interface MapFindingEvents {
  openTruth(): void;
  showObject(object: FoundObject): void;
  /** Truth and prediction, by turns or beside each other. */
  compare(arrangement: Comparison): void;
}

export type Comparison = "blink" | "sideBySide";

/** Findings that are seen where truth and prediction are compared, and how. */
const comparisons: Readonly<Record<string, Comparison>> = {
  shifted: "blink",
  flipped: "sideBySide",
  ids_shared: "sideBySide",
  truth_ids_shared: "sideBySide",
  ids_offset: "sideBySide",
  classes_swapped: "sideBySide",
  classes_missing: "sideBySide",
};

const comparisonTitles: Readonly<Record<Comparison, string>> = {
  blink: "Blink Truth and Prediction",
  sideBySide: "Show Them Side by Side",
};

/** What was noticed about label or instance maps; null where nothing was. */
export function mapFindings(diagnosis: readonly Finding[], events: MapFindingEvents): HTMLElement | null {
  if (diagnosis.length === 0) return null;
  return element(
    "ul",
    { class: "findings", "aria-label": "Diagnosis", "data-testid": "findings" },
    ...diagnosis.map((finding) => findingItem(finding, linksOf(finding, events))),
  );
}

function linksOf({ id, evidence, object }: Finding, events: MapFindingEvents): readonly FindingLink[] {
  const comparison = Object.hasOwn(comparisons, id) ? comparisons[id] : null;
  const links: readonly (FindingLink | null)[] = [
    object
      ? {
          what: "object",
          text: (evidence.objects ?? 1) > 1 ? "Show the Largest" : "Show the Object",
          act: () => events.showObject(object),
        }
      : null,
    comparison && {
      what: "compare",
      text: comparisonTitles[comparison],
      act: () => events.compare(comparison),
    },
    id === "resized_truth" ? { what: "truth", text: "Open the Truth", act: events.openTruth } : null,
  ];
  return links.filter((link) => link !== null);
}
