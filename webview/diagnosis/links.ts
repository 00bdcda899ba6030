import type { Finding } from "../../src/core/diagnosis/index.js";
import type { RegionKindId } from "../../src/core/regions/kinds.js";
import type { Edit } from "../../src/core/whatIf/edits.js";
import { formatParameter } from "../ui/format.js";
import type { FindingLink } from "./item.js";

export interface FindingActions {
  tryEdits(edits: readonly Edit[]): void;
  useThreshold(threshold: number): void;
  showRegions(kinds: readonly RegionKindId[]): void;
  showLoss(loss: string): void;
  openTruth(): void;
}

/** What can be done at once about a finding of binary masks. */
export function findingLinks(
  { id, edits, threshold, kinds }: Finding,
  actions: FindingActions,
): readonly FindingLink[] {
  const links: readonly (FindingLink | false)[] = [
    edits.length > 0 && { what: "try", text: "Try It in What If", act: () => actions.tryEdits(edits) },
    threshold !== undefined && {
      what: "threshold",
      text: `Use ${formatParameter(threshold)}`,
      act: () => actions.useThreshold(threshold),
    },
    kinds.length > 0 && { what: "regions", text: "Show the Regions", act: () => actions.showRegions(kinds) },
    id === "saturated" && {
      what: "loss",
      text: "Show the Log Loss per Pixel",
      act: () => actions.showLoss("bce"),
    },
    id === "resized_truth" && { what: "truth", text: "Open the Truth", act: actions.openTruth },
  ];
  return links.filter((link) => link !== false);
}
