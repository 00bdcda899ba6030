import { element } from "./dom.js";
import { createPopover } from "./popover.js";
import { iconButton } from "./widgets.js";

/** Controls that go into the popover on a page that is narrower than this, CSS pixels. */
export interface FoldStep {
  readonly below: number;
  readonly controls: readonly HTMLElement[];
}

/**
 * A button that opens what a narrow page has no room for: controls move into its popover, and back where they stood
 * when there is room again. Where nothing is folded the button is hidden.
 */
export function createFold(label: string, testid: string, steps: readonly FoldStep[]): HTMLElement {
  const content = element("div", { class: "fold" });
  const popover = createPopover(content, `${testid}-popover`);
  const button = iconButton("settings", label, testid, popover.toggle);
  popover.anchorAt(button.element);
  const anchor = element("span", { class: "fold-anchor" }, button.element, popover.element);
  const places = steps.map(({ below, controls }) => ({
    narrow: window.matchMedia(`(max-width: ${below - 1}px)`),
    // Where each stands in the bar: a comment keeps its place.
    stands: controls.map((control) => ({ control, mark: document.createComment("folded") })),
  }));

  const arrange = () => {
    for (const { narrow, stands } of places) {
      for (const { control, mark } of stands) {
        const isFolded = control.parentElement === content;
        if (narrow.matches && !isFolded) control.replaceWith(mark);
        else if (!narrow.matches && isFolded) mark.replaceWith(control);
      }
    }
    const folded = places.flatMap(({ narrow, stands }) => (narrow.matches ? stands.map(({ control }) => control) : []));
    content.replaceChildren(...folded);
    anchor.hidden = folded.length === 0;
    if (folded.length === 0 && popover.element.matches(":popover-open")) popover.element.hidePopover();
  };
  for (const { narrow } of places) narrow.addEventListener("change", arrange);
  // Once the bar is put together: until then nothing has a place to go back to.
  queueMicrotask(arrange);
  return anchor;
}
