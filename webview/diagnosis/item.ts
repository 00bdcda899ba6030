import type { Finding, Severity } from "../../src/core/diagnosis/index.js";
import type { RegionKindId } from "../../src/core/regions/kinds.js";
import type { Edit } from "../../src/core/whatIf/edits.js";
import { element, hidden, icon } from "../ui/dom.js";
import { formatParameter } from "../ui/format.js";

export interface FindingActions {
  tryEdits(edits: readonly Edit[]): void;
  useThreshold(threshold: number): void;
  showRegions(kinds: readonly RegionKindId[]): void;
  showLoss(loss: string): void;
  openTruth(): void;
}

const icons: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "info" };
const severities: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };

/** One finding: how bad, what, why one may believe it, and what can be done at once. */
export function findingItem(finding: Finding, actions: FindingActions): HTMLElement {
  const { id, title, severity, sentence, edits, threshold, kinds } = finding;
  const links = [
    ...(edits.length > 0 ? [link(id, "try", "Try It in What If", () => actions.tryEdits(edits))] : []),
    ...(threshold === undefined
      ? []
      : [link(id, "threshold", `Use ${formatParameter(threshold)}`, () => actions.useThreshold(threshold))]),
    ...(kinds.length > 0 ? [link(id, "regions", "Show the Regions", () => actions.showRegions(kinds))] : []),
    ...(id === "saturated" ? [link(id, "loss", "Show the Log Loss per Pixel", () => actions.showLoss("bce"))] : []),
    ...(id === "resized_truth" ? [link(id, "truth", "Open the Truth", actions.openTruth)] : []),
  ];
  return element(
    "li",
    { class: `finding ${severity}`, "data-testid": `finding-${id}`, "data-severity": severity },
    icon(icons[severity]),
    element(
      "div",
      { class: "finding-text" },
      element("strong", { class: "finding-title" }, hidden(`${severities[severity]}: `), title),
      element("p", { class: "finding-sentence" }, sentence),
      links.length > 0 ? element("div", { class: "finding-actions" }, ...links) : null,
    ),
  );
}

function link(id: string, what: string, text: string, onClick: () => void): HTMLElement {
  const button = element("button", { type: "button", class: "link", "data-testid": `finding-${id}-${what}` }, text);
  button.addEventListener("click", onClick);
  return button;
}
