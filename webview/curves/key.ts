import { element, setText } from "../ui/dom.js";
import type { ChartColour } from "../ui/plot.js";

export interface KeyEntry {
  readonly id: string;
  readonly title: string;
  readonly colour: ChartColour;
  readonly dash?: readonly number[];
}

const SVG = "http://www.w3.org/2000/svg";

/** A piece of the line, in its colour and its dashes. */
function sample({ colour, dash }: KeyEntry): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "line");
  for (const [name, value] of Object.entries({ width: "24", height: "8", "aria-hidden": "true" })) {
    svg.setAttribute(name, value);
  }
  for (const [name, value] of Object.entries({ x1: "0", x2: "24", y1: "4", y2: "4", "stroke-width": "2" })) {
    line.setAttribute(name, value);
  }
  if (dash) line.setAttribute("stroke-dasharray", dash.join(" "));
  line.style.stroke = `var(--${colour})`;
  svg.append(line);
  return svg;
}

/** Names the lines of a chart, and gives the value of each at the place that is looked at. */
export function createKey(testid: string, entries: readonly KeyEntry[]) {
  const place = element("span", { class: "key-place", "data-testid": `${testid}-place` });
  const cells = entries.map((entry) => {
    const value = element("span", { class: "key-value", "data-testid": `${testid}-${entry.id}` });
    const name = element("span", { class: "key-title" }, entry.title);
    return { value, root: element("span", { class: "key-entry" }, sample(entry), name, value) };
  });
  return {
    element: element("div", { class: "chart-key" }, place, ...cells.map(({ root }) => root)),
    show(where: string, values: readonly string[]) {
      setText(place, where);
      for (const [i, { value }] of cells.entries()) setText(value, values[i]);
    },
  };
}
