import type { Thumbnail } from "../../src/core/maps/thumbnail.js";
import type { Strip, StripFrame } from "../../src/protocol/filmstrip.js";
import { element, hidden, setAttribute, setText } from "../ui/dom.js";
import { formatParameter, splitName } from "../ui/format.js";
import { paintThumbnail } from "./thumbnail.js";

/** Width of a frame with the space behind it, CSS pixels; as in the style sheet. */
export const PITCH = 88;
const NAME_TAIL = 5;

/** A pair of the filmstrip: an option of its list box. */
export interface FilmFrame {
  readonly element: HTMLElement;
  setContent(content: StripFrame): void;
  /** @param threshold that it is at. */
  setPicture(picture: Thumbnail | null, threshold: number): void;
  setCurrent(current: boolean): void;
}

export function createFilmFrame(place: number, { count, by }: Strip): FilmFrame {
  const picture = element("div", { class: "frame-picture-box" });
  const [start, end] = [element("span", { class: "name-start" }), element("span", { class: "name-end" })];
  const spoken = hidden(`Pair ${place + 1}`);
  const score = element("div", { class: "frame-score", "aria-hidden": "true" });
  const option = element(
    "div",
    {
      class: "frame",
      role: "option",
      id: `frame-${place}`,
      "aria-posinset": String(place + 1),
      "aria-setsize": String(count),
      "aria-selected": "false",
      "data-place": String(place),
      "data-testid": `frame-${place + 1}`,
    },
    picture,
    spoken,
    element("div", { class: "frame-name", "aria-hidden": "true" }, start, end),
    score,
  );
  option.style.left = `${place * PITCH}px`;
  let content: StripFrame | null = null;
  /** The threshold of the picture. */
  let developed: number | null = null;

  const draw = () => {
    if (!content) return;
    const { name, threshold } = content;
    const [first, last] = splitName(name, NAME_TAIL);
    // Under a picture of another threshold a bare number would be taken for that of the picture.
    const isOther = threshold !== null && developed !== null && threshold !== developed;
    const value = isOther ? `${content.score} at ${formatParameter(threshold)}` : content.score;
    setText(start, first);
    setText(end, last);
    setText(score, value);
    setText(spoken, `${name}, ${by} ${value}`);
    setAttribute(option, "title", `${place + 1} of ${count}: ${name}, ${by} ${value}`);
  };

  return {
    element: option,
    setContent(next) {
      content = next;
      draw();
    },
    setPicture(thumbnail, threshold) {
      picture.replaceChildren(...(thumbnail ? [paintThumbnail(thumbnail)] : []));
      setAttribute(option, "data-developed", String(threshold));
      picture.title = `Errors at threshold ${threshold}`;
      developed = threshold;
      draw();
    },
    setCurrent: (current) => setAttribute(option, "aria-selected", String(current)),
  };
}
