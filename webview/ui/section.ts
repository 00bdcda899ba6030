import type { SectionId } from "../../src/protocol/persisted.js";
import type { Action } from "../state/state.js";
import { element, icon, setAttribute, setText } from "./dom.js";

/** A part of the breakdown under a header of its own, which folds it, as the views of VS Code do. */
export interface Section {
  readonly id: SectionId;
  /** Header and body are siblings of those of the other sections: so can all headers stay in sight. */
  readonly elements: readonly [header: HTMLElement, body: HTMLElement];
  show(folded: boolean): void;
  /** A few words beside the title. */
  setNote(words: string): void;
  /** Unfolds the section and brings it into view. */
  reveal(): void;
}

export function createSection(
  id: SectionId,
  title: string,
  content: readonly HTMLElement[],
  dispatch: (action: Action) => void,
): Section {
  const note = element("span", { class: "section-note", "data-testid": `section-note-${id}` });
  const button = element(
    "button",
    {
      type: "button",
      class: "section-button",
      "aria-expanded": "true",
      "aria-controls": `section-${id}`,
      "data-testid": `fold-${id}`,
    },
    icon("chevron-down"),
    element("span", { class: "section-title" }, title),
    note,
  );
  const header = element("h2", { class: "section-header", "data-section": id }, button);
  const body = element(
    "section",
    { class: "section-body", id: `section-${id}`, "aria-label": title, "data-testid": `section-${id}` },
    ...content,
  );
  const isDocked = () => header.getBoundingClientRect().bottom < body.getBoundingClientRect().top - 1;

  const reveal = () => {
    dispatch({ do: "fold", section: id, fold: false });
    body.hidden = false;
    // The header sticks to the bottom while its body is below: the body is what must come.
    body.scrollIntoView({ block: "start" });
  };

  button.addEventListener("click", (event) => {
    // A click on a header that waits at the bottom asks for what it names; a key, where nothing is seen, folds.
    if (event.detail > 0 && !body.hidden && isDocked()) reveal();
    else dispatch({ do: "fold", section: id, fold: !body.hidden });
  });
  return {
    id,
    elements: [header, body],
    show(folded) {
      body.hidden = folded;
      setAttribute(button, "aria-expanded", String(!folded));
    },
    setNote: (words) => setText(note, words),
    reveal,
  };
}
