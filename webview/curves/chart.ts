import { element, setText } from "../ui/dom.js";

/** A table that says what a chart shows: a head, and rows of cells. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
}

export interface Chart {
  readonly element: HTMLElement;
  /** @param table made only when it is looked at. */
  describe(summary: string, table: () => ChartTable): void;
}

/** The frame of a chart: title, drawing, what it says in a sentence, and in figures on demand. */
export function createChart(id: string, title: string, content: readonly HTMLElement[]): Chart {
  const summary = element("figcaption", { class: "chart-summary", "data-testid": `chart-summary-${id}` });
  const body = element("div", { class: "chart-table" });
  const details = element(
    "details",
    { class: "explanation", "data-testid": `chart-table-${id}` },
    element("summary", {}, "Figures"),
    body,
  );
  let make: (() => ChartTable) | null = null;
  const draw = () => {
    if (details.open && make) body.replaceChildren(tableOf(title, make()));
  };
  details.addEventListener("toggle", draw);
  return {
    element: element(
      "figure",
      { class: "chart", "data-testid": `chart-${id}` },
      element("h3", { class: "chart-title" }, title),
      ...content,
      summary,
      details,
    ),
    describe(sentence, table) {
      setText(summary, sentence);
      make = table;
      draw();
    },
  };
}

function tableOf(title: string, { head, rows }: ChartTable): HTMLElement {
  const row = (tag: "th" | "td", cells: readonly string[]) =>
    element("tr", {}, ...cells.map((cell) => element(tag, tag === "th" ? { scope: "col" } : {}, cell)));
  return element(
    "table",
    { class: "figures" },
    element("caption", { class: "visually-hidden" }, title),
    element("thead", {}, row("th", head)),
    element("tbody", {}, ...rows.map((cells) => row("td", cells))),
  );
}
