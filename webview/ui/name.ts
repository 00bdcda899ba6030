import { element, setAttribute, setText, setTitle } from "./dom.js";
import { splitName } from "./format.js";

/** A name that loses its middle, not its end, when there is no room. */
export function nameLabel(testid: string): { readonly element: HTMLElement; show(name: string): void } {
  const start = element("span", { class: "name-start" });
  const end = element("span", { class: "name-end" });
  const root = element("h1", { class: "name", "data-testid": testid }, start, end);
  return {
    element: root,
    show(name) {
      const [first, last] = splitName(name);
      setText(start, first);
      setText(end, last);
      setTitle(root, name);
      setAttribute(root, "data-name", name);
    },
  };
}
