import { hidden, setAttribute, setText } from "../ui/dom.js";

/**
 * Shows a value, or, where it is null, that it is being computed: a bar in the place of the figures, as wide as most of
 * them, so that nothing moves when they come. What is undefined has a dash, which this is not to be taken for.
 */
export function showComputed(target: HTMLElement, text: string | null): void {
  if (text === null && !target.hasAttribute("data-computing")) target.replaceChildren(hidden("computing"));
  if (text !== null) setText(target, text);
  setAttribute(target, "data-computing", text === null ? "" : null);
}
