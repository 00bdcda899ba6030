import type { PairView } from "../../src/protocol/pairView.js";
import { element, setText } from "../ui/dom.js";

/** Where two models are compared, whose the numbers are: pictures there are of both. */
export function createComparedNote(): { readonly element: HTMLElement; show(view: PairView): void } {
  const own = element("span", { class: "compared-own", "data-testid": "compared-own" });
  const other = element("span", { class: "compared-other" });
  const root = element(
    "p",
    { class: "turned-note", "data-testid": "compared-note", hidden: "" },
    "The numbers are those of ",
    element("strong", {}, "B"),
    ", ",
    own,
    "; A, ",
    other,
    ", is in the pictures only.",
  );
  return {
    element: root,
    show({ other: compared, files }) {
      root.hidden = !compared;
      if (!compared) return;
      setText(own, files.prediction);
      setText(other, compared.name);
    },
  };
}
