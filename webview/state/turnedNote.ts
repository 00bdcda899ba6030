import type { Position } from "../../src/protocol/pairView.js";
import { element, setText } from "../ui/dom.js";
import { type Action, dialsOf, type State } from "./state.js";
import { turnedDials } from "./turnedDials.js";

/** Under the headline, while the page is turned away from the run: the ranking and the tables do not turn with it. */
export function createTurnedNote(dispatch: (action: Action) => void): {
  readonly element: HTMLElement;
  show(state: State, position: Position | undefined): void;
} {
  const text = element("span", {});
  const reset = element("button", { type: "button", class: "link", "data-testid": "reset-turned" }, "Reset");
  reset.addEventListener("click", () => dispatch({ do: "host" }));
  const root = element("p", { class: "turned-note", role: "status", "data-testid": "turned-note" }, text, " ", reset);
  return {
    element: root,
    show(state, position) {
      const hostName = position ? "the ranking" : "the settings";
      const turned = state.host ? turnedDials(dialsOf(state), state.host, hostName) : [];
      setText(text, `${turned.join(". ")}.`);
      root.hidden = turned.length === 0;
    },
  };
}
