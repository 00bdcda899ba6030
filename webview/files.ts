import type { FileRole, PairView } from "../src/protocol/pairView.js";
import { element, icon } from "./dom.js";

const titles: Readonly<Record<FileRole, string>> = { prediction: "Prediction", truth: "Truth", image: "Image" };

/** The files of the pair, and how they were read. */
export function createFiles(openFile: (role: FileRole) => void): {
  readonly element: HTMLElement;
  show(view: PairView): void;
} {
  const list = element("dl", { class: "files-list" });
  let shown: PairView | null = null;
  return {
    element: element("section", { class: "files", "aria-label": "Files" }, element("h2", {}, "Files"), list),
    show(view) {
      if (view === shown) return;
      shown = view;
      const readAs: Partial<Record<FileRole, string>> = view.readAs;
      const { width, height } = view.pixels;
      list.replaceChildren(
        element("dt", {}, "Size"),
        element("dd", { "data-testid": "mask-size" }, `${width} × ${height} px`),
        ...(["prediction", "truth", "image"] as const).flatMap((role) => {
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
