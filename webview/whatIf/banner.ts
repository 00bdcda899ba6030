import type { Edit } from "../../src/core/whatIf/edits.js";
import type { Action } from "../state/state.js";
import { element, icon, setText } from "../ui/dom.js";
import { iconButton, textButton } from "../ui/widgets.js";
import { allDone } from "./words.js";

/** Says over the picture that this is not the prediction of the file, and leads back. */
export function createBanner(dispatch: (action: Action) => void) {
  const words = element("span", { class: "banner-words", "data-testid": "what-if-words" });
  let shown: readonly Edit[] = [];
  const set = (edits: readonly Edit[]) => dispatch({ do: "set", change: { edits } });
  const root = element(
    "div",
    { class: "banner", role: "status", "data-testid": "what-if", hidden: "" },
    icon("beaker"),
    words,
    iconButton("discard", "Undo the Last Edit", "what-if-undo", () => set(shown.slice(0, -1))).element,
    textButton("Reset", () => set([]), { testid: "what-if-reset" }),
  );
  return {
    element: root,
    show(edits: readonly Edit[]) {
      shown = edits;
      root.hidden = edits.length === 0;
      setText(words, edits.length === 0 ? "" : `What if: ${allDone(edits)}. Not the file’s prediction.`);
    },
  };
}
