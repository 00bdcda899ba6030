import { element } from "../ui/dom.js";
import type { Place } from "./places.js";

/** The names of panes, each in the corner of its own. */
export function createPaneTitles(): {
  readonly element: HTMLElement;
  /** @param titles null where a pane is not seen. */
  show(titles: readonly (string | null)[], places: readonly Place[]): void;
} {
  const root = element("div", { class: "pane-titles", "aria-hidden": "true" });
  return {
    element: root,
    show(titles, places) {
      root.replaceChildren(
        ...titles.flatMap((title, i) => {
          if (title === null) return [];
          const label = element("span", { class: "pane-title" }, title);
          const { x, y, width } = places[i].clip;
          label.style.left = `${x}px`;
          label.style.top = `${y}px`;
          label.style.maxWidth = `${width}px`;
          return [label];
        }),
      );
    },
  };
}
