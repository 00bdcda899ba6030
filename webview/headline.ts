import type { Reading } from "./analysis.js";
import { element, setAttribute, setText, setTitle } from "./dom.js";
import { formatValue } from "./format.js";

/** Ids, and short names. */
export const headlines = [
  ["iou", "IoU"],
  ["f1", "F1"],
  ["mean_iou", "IoU .50:.95"],
  ["bce", "BCE"],
] as const;

/** The four numbers that people ask for first. */
export interface Headline {
  readonly element: HTMLElement;
  show(readings: readonly Reading[]): void;
}

export function createHeadline(): Headline {
  const cells = headlines.map(([id, name]) => {
    const value = element("dd", { "data-testid": `headline-${id}` });
    return { id, value, root: element("div", {}, element("dt", {}, name), value) };
  });
  return {
    element: element("dl", { class: "headline" }, ...cells.map(({ root }) => root)),
    show(readings) {
      for (const { id, value, root } of cells) {
        const reading = readings.find(({ score }) => score.id === id);
        root.hidden = !reading || reading.absent;
        if (!reading) continue;
        setText(value, reading.returned ?? formatValue(reading.value));
        setAttribute(value, "data-value", reading.value === null ? "" : String(reading.value));
        setTitle(
          root,
          reading.value === null ? `Undefined. On empty masks: ${reading.score.empty}` : reading.score.title,
        );
      }
    },
  };
}
