import type { Finding, Severity } from "../../src/core/diagnosis/index.js";
import { element, hidden, icon } from "../ui/dom.js";

/** What can be done at once about a finding. */
export interface FindingLink {
  /** One word, for tests. */
  readonly what: string;
  readonly text: string;
  act(): void;
}

const icons: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "info" };
const severities: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };

/** One finding: how bad, what, why one may believe it, and what can be done about it. */
export function findingItem({ id, title, severity, sentence }: Finding, links: readonly FindingLink[]): HTMLElement {
  return element(
    "li",
    { class: `finding ${severity}`, "data-testid": `finding-${id}`, "data-severity": severity },
    icon(icons[severity]),
    element(
      "div",
      { class: "finding-text" },
      element("strong", { class: "finding-title" }, hidden(`${severities[severity]}: `), title),
      element("p", { class: "finding-sentence" }, sentence),
      links.length > 0 ? element("div", { class: "finding-actions" }, ...links.map((link) => button(id, link))) : null,
    ),
  );
}

function button(id: string, { what, text, act }: FindingLink): HTMLElement {
  const link = element("button", { type: "button", class: "link", "data-testid": `finding-${id}-${what}` }, text);
  link.addEventListener("click", act);
  return link;
}
