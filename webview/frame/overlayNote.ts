import type { Scene } from "../stage/scene.js";
import type { State } from "../state/state.js";
import { element, setText } from "../ui/dom.js";
import { allDone } from "../whatIf/words.js";

/** Under the name in the side bar, which has no controls of its own: at what threshold the overlay is, and what was edited. */
export function createOverlayNote(): {
  readonly element: HTMLElement;
  show(scene: Pick<Scene, "gathered">, state: Pick<State, "threshold">): void;
} {
  const root = element("p", {
    class: "overlay-note",
    title: "Threshold of the overlay",
    "data-testid": "overlay-note",
  });
  return {
    element: root,
    show({ gathered }, { threshold }) {
      const done = allDone(gathered?.edits ?? []);
      setText(root, `t ${threshold}${done === "" ? "" : `; what if: ${done}`}`);
    },
  };
}
