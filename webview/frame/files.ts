import { areaMatters } from "../../src/core/guidance.js";
import type { FileRole, PairFacts } from "../../src/protocol/pairView.js";
import type { Size } from "../stage/viewport.js";
import { element, icon } from "../ui/dom.js";
import { formatCount, formatPercent } from "../ui/format.js";

const titles: Readonly<Record<FileRole, string>> = {
  prediction: "Prediction",
  truth: "Truth",
  image: "Image",
  other: "A",
};

/** What the pixels of a pair measure. */
export interface Extent {
  readonly size: Size;
  /** Foreground of the truth, and how many pixels count; label and instance maps have no foreground. */
  readonly area?: { readonly truth: number; readonly counted: number };
}

/** The files of the pair, how they were read, and how large the truth is. */
export function createFiles(openFile: (role: FileRole) => void): {
  readonly element: HTMLElement;
  show(view: PairFacts, extent: Extent): void;
} {
  const list = element("dl", { class: "files-list" });
  let shown: PairFacts | null = null;
  return {
    element: element("div", { class: "files" }, list),
    show(view, { size: { width, height }, area }) {
      if (view === shown) return;
      shown = view;
      const readAs: Partial<Record<FileRole, string>> = view.readAs;
      list.replaceChildren(
        element("dt", {}, "Size"),
        element("dd", { "data-testid": "mask-size" }, `${width} × ${height} px`),
        ...(area
          ? [
              element("dt", {}, "Truth area"),
              element(
                "dd",
                { "data-testid": "truth-area", "data-value": String(area.truth), title: areaMatters },
                `${formatCount(area.truth)} px${area.counted > 0 ? `, ${formatPercent(area.truth / area.counted)}` : ""}`,
              ),
            ]
          : []),
        ...(["prediction", "truth", "image", "other"] as const).flatMap((role) => {
          const path = view.files[role];
          if (path === undefined) return [];
          const open = element(
            "button",
            { type: "button", class: "link", title: `Open ${path}`, "data-testid": `open-${role}` },
            path,
          );
          open.addEventListener("click", () => openFile(role));
          const phrase = readAs[role];
          return [
            element("dt", {}, titles[role]),
            element(
              "dd",
              {},
              open,
              phrase ? element("div", { class: "read-as", "data-testid": `read-as-${role}` }, phrase) : null,
            ),
          ];
        }),
      );
    },
  };
}

/** Warnings about the pair. */
export function createNotes(): { readonly element: HTMLElement; show(notes: readonly string[]): void } {
  const list = element("ul", { class: "notes", "aria-label": "Notes", "data-testid": "notes" });
  let shown = "";
  return {
    element: list,
    show(notes) {
      const now = notes.join("\n");
      list.hidden = notes.length === 0;
      if (now === shown) return;
      shown = now;
      list.replaceChildren(...notes.map((note) => element("li", {}, icon("warning"), element("span", {}, note))));
    },
  };
}
