import { mapErrors } from "../../src/core/maps/mapErrors.js";
import type { TwoModels } from "../../src/protocol/pairView.js";
import { agreementEntries, words } from "../stage/legend.js";
import { element, hidden, icon } from "../ui/dom.js";
import { formatCount } from "../ui/format.js";
import type { Lit } from "./lit.js";
import { errorLooks } from "./pictures.js";
import type { Compared, ComparedMaps } from "./scene.js";

/** What the colours of the errors mean, and how many pixels have each. Classes are named in their table. */
export function errorEntries({ counts }: ComparedMaps, prefix = ""): Node[] {
  return mapErrors
    .filter((error) => counts[error] > 0 && error !== "background")
    .map((error) => {
      const { title } = errorLooks[error];
      return element(
        "span",
        { class: "legend-entry", title: `${title}: ${formatCount(counts[error])} pixels` },
        element("span", { class: `swatch map-${error}`, "aria-hidden": "true" }),
        element("span", { class: "legend-name" }, title),
        " ",
        element(
          "span",
          {
            class: "legend-count",
            "data-testid": `legend-${prefix}${error}-count`,
            "data-value": String(counts[error]),
          },
          formatCount(counts[error]),
        ),
        hidden(" pixels"),
      );
    });
}

/** Where two models are compared: where both are right, and the errors of each. */
export function comparedEntries(
  compared: Compared,
  other: NonNullable<Compared["other"]>,
  { name, own }: TwoModels,
): Node[] {
  const line = (...entries: readonly Node[]) => element("div", { class: "legend-layer" }, ...entries);
  return [
    line(...agreementEntries(other.agreement.counts)),
    line(words(`A, ${name}`), ...errorEntries(other.errors, "other-")),
    line(words(`B, ${own}`), ...errorEntries(compared)),
  ];
}

/** The confusion that is lit, and the button that puts it out. */
export function litEntry({ words, pixels }: Lit, putOut: () => void): HTMLElement {
  const label = "Show all pixels alike (Escape)";
  const button = element(
    "button",
    { type: "button", class: "legend-toggle", "aria-label": label, title: label, "data-testid": "unlight" },
    icon("close"),
  );
  button.addEventListener("click", putOut);
  return element(
    "span",
    { class: "legend-entry lit-entry" },
    element("span", { class: "swatch lit", "aria-hidden": "true" }),
    element("span", { "data-testid": "lit", "data-value": String(pixels) }, words),
    button,
  );
}
