import { bootstrap } from "../../../src/core/bootstrap.js";
import { shortTitle } from "../../../src/core/shortTitle.js";
import type { DataSetMean } from "../../../src/protocol/table.js";
import { element } from "../../ui/dom.js";
import { formatCount } from "../../ui/format.js";
import type { Column } from "../columns.js";
import { STAR } from "../limitsBar.js";

export interface MeansTable {
  readonly element: HTMLElement;
  /** @param caveats what to know of each column under the settings that were turned: it has a star. */
  show(
    columns: readonly Column[],
    means: ReadonlyArray<DataSetMean | undefined>,
    caveats: ReadonlyArray<string | null>,
  ): void;
}

/** Every score of the data set two ways: the mean of its pairs with its interval, and all pixels together. */
export function createMeansTable(): MeansTable {
  const body = element("tbody", {});
  const head = ["Score", "Macro", `${100 * bootstrap.level} % interval`, "Micro", "Excluded"].map((title) =>
    element("th", { scope: "col" }, title),
  );
  const table = element(
    "table",
    { class: "means", "data-testid": "means" },
    element("thead", {}, element("tr", {}, ...head)),
    body,
  );
  const note = element(
    "p",
    { class: "section-text" },
    `Macro: mean over pairs; its interval by percentile bootstrap, ${formatCount(bootstrap.resamples)} seeded resamples. Micro: all pixels together. Excluded: pairs where the score is undefined.`,
  );
  const star = element("p", { class: "section-text", "data-testid": "means-star" }, STAR);
  return {
    element: element("div", {}, table, star, note),
    show(columns, means, caveats) {
      star.hidden = caveats.every((caveat) => caveat === null);
      body.replaceChildren(
        ...columns.map((column, i) => {
          const mean = means[i];
          const caveat = caveats[i];
          const number = (value: number | null | undefined, testid: string) =>
            element(
              "td",
              { class: "number-cell", "data-testid": `${testid}-${column.id}`, "data-value": String(value ?? "") },
              value === undefined ? "" : value === null ? "—" : column.format(value),
            );
          const { interval = null } = mean ?? {};
          const range = interval ? `${column.format(interval[0])} to ${column.format(interval[1])}` : "";
          return element(
            "tr",
            {},
            element(
              "th",
              { scope: "row", title: [column.title, caveat].filter(Boolean).join("\n") },
              shortTitle(column.title),
              caveat ? element("span", { class: "heading-note", "data-testid": `star-${column.id}` }, "*") : null,
            ),
            number(mean?.mean, "macro"),
            element("td", { class: "interval-cell", "data-testid": `interval-${column.id}` }, range),
            number(mean?.micro, "micro"),
            element("td", { class: "number-cell" }, mean ? formatCount(mean.excluded) : ""),
          );
        }),
      );
    },
  };
}
