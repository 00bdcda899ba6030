import type { PairFailure } from "../../src/protocol/pairView.js";
import { element, icon } from "./dom.js";
import { progressRing, textButton } from "./widgets.js";

/** What fills the page when there is no pair to show. */
function message(testid: string, ...children: ReadonlyArray<Node | null>): HTMLElement {
  return element(
    "div",
    { class: "message", "data-testid": testid },
    element("div", { class: "message-body" }, ...children),
  );
}

export function emptyMessage(text: string, title = "No masks to show yet"): HTMLElement {
  return message(
    "empty",
    element("span", { class: "message-icon codicon codicon-layers", "aria-hidden": "true" }),
    element("h1", { class: "message-title" }, title),
    element("p", {}, text),
  );
}

export function loadingMessage(name: string): HTMLElement {
  return message("loading", progressRing(`Reading ${name}`), element("p", {}, `Reading ${name}`));
}

export interface FailureEvents {
  chooseTruth(): void;
}

export function failureMessage(
  { name, file, reason, remedy, missing }: PairFailure,
  { chooseTruth }: FailureEvents,
): HTMLElement {
  return message(
    "failure",
    element("span", { class: "message-icon codicon codicon-warning", "aria-hidden": "true" }),
    element("h2", { class: "message-title" }, `${name} cannot be shown`),
    element("p", { class: "message-file" }, icon("file"), element("span", { "data-testid": "failure-file" }, file)),
    element("p", { "data-testid": "failure-reason" }, reason),
    element("p", { class: "message-remedy", "data-testid": "failure-remedy" }, remedy),
    missing === "truth"
      ? textButton("Choose Ground Truth…", chooseTruth, { appearance: "primary", testid: "choose-truth" })
      : null,
  );
}
