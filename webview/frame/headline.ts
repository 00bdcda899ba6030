import type { Reading } from "../breakdown/analysis.js";
import { showComputed } from "../breakdown/computing.js";
import { element, setAttribute, setTitle } from "../ui/dom.js";
import { formatValue } from "../ui/format.js";

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
  /** @param computing what is not read yet is on its way. */
  show(readings: readonly Reading[], computing: boolean): void;
}

export function createHeadline(): Headline {
  const cells = headlines.map(([id, name]) => {
    const value = element("dd", { "data-testid": `headline-${id}` });
    return { id, value, root: element("div", {}, element("dt", {}, name), value) };
  });
  return {
    element: element("dl", { class: "headline" }, ...cells.map(({ root }) => root)),
    show(readings, computing) {
      for (const { id, value, root } of cells) {
        const reading = readings.find(({ score }) => score.id === id);
        root.hidden = !reading || reading.absent;
        if (!reading) continue;
        const waits = reading.unread && computing;
        showComputed(value, waits ? null : (reading.returned ?? formatValue(reading.value)));
        setAttribute(value, "data-value", reading.value === null ? "" : String(reading.value));
        setTitle(
          root,
          reading.value === null && !reading.unread
            ? `Undefined. On empty masks: ${reading.score.empty}`
            : reading.score.title,
        );
      }
    },
  };
}
