import { mapErrors } from "../../src/core/maps/mapErrors.js";
import { element, hidden } from "../dom.js";
import { formatCount } from "../format.js";
import { errorLooks } from "./pictures.js";
import type { Compared } from "./scene.js";

/** What the colours of the errors mean, and how many pixels have each. Classes are named in their table. */
export function errorEntries({ counts }: Compared): Node[] {
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
          { class: "legend-count", "data-testid": `legend-${error}-count`, "data-value": String(counts[error]) },
          formatCount(counts[error]),
        ),
        hidden(" pixels"),
      );
    });
}
