import type { ComparedValue } from "../../src/core/conventions/index.js";
import type { Score } from "../../src/core/score.js";
import { THANKS } from "../ui/copyButton.js";
import { setTitle } from "../ui/dom.js";
import { textButton } from "../ui/widgets.js";

const LABEL = "Copy as Python";

/** Copies the call of a library that returns the value shown; hidden where there is none. */
export function copyShownButton(
  score: Score,
  copy: (line: ComparedValue) => Promise<void>,
): { readonly element: HTMLElement; show(call: ComparedValue | undefined): void } {
  let call: ComparedValue | undefined;
  const thank = () => {
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = LABEL;
    }, THANKS);
  };
  const button = textButton(
    LABEL,
    () => {
      // The host says why when it fails.
      if (call) copy(call).then(thank, () => {});
    },
    { testid: `copy-shown-${score.id}` },
  );
  button.hidden = true;
  return {
    element: button,
    show(next) {
      call = next;
      button.hidden = !call;
      setTitle(button, call ? `A script that returns the value shown, with ${call.library}` : "");
    },
  };
}
