import { element, setText } from "./dom.js";

/** Rest before something is said: a slider in motion is not commented on at every step. */
const REST = 400;

/** Tells screen readers what changed, once it rests. */
export function createAnnouncer(): { readonly element: HTMLElement; say(text: string): void } {
  const region = element("div", {
    class: "visually-hidden",
    role: "status",
    "aria-live": "polite",
    "data-testid": "status",
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = "";
  return {
    element: region,
    say(text) {
      if (text === latest) return;
      latest = text;
      clearTimeout(timer);
      timer = setTimeout(() => setText(region, text), REST);
    },
  };
}
