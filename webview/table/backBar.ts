import { element, icon, setText } from "../ui/dom.js";

export interface BackBar {
  readonly element: HTMLElement;
  /** What the pairs were chosen by; null: the dashboard did not lead here. */
  show(words: string | null): void;
}

/** Where table and dashboard do not fit beside each other, a click in the dashboard leads to the table: this leads back. */
export function createBackBar(onBack: () => void): BackBar {
  const words = element("span", { class: "back-words" });
  const button = element(
    "button",
    { type: "button", class: "link", "data-testid": "back-to-dashboard" },
    icon("arrow-left"),
    element("span", {}, "Back to Dashboard"),
  );
  button.addEventListener("click", onBack);
  const bar = element("div", { class: "back-bar", hidden: "" }, button, words);
  return {
    element: bar,
    show(text) {
      bar.hidden = text === null;
      setText(words, text ?? "");
    },
  };
}
