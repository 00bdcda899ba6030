import type { TwoModels } from "../../src/protocol/pairView.js";
import { element, setText, setTitle } from "../ui/dom.js";

/** Where two models are compared: whose the figures below are, the pair's own, called B. */
export function createOwnModel() {
  const root = element("p", { class: "own-model", "data-testid": "own-model", hidden: "" });
  return {
    element: root,
    /** @param models null: one model alone, which needs no name. */
    show(models: TwoModels | null) {
      root.hidden = models === null;
      const text = models ? `B: ${models.own}` : "";
      setText(root, text);
      setTitle(root, text);
    },
  };
}
