import { losses } from "../../src/core/losses/index.js";
import { element, setAttribute, setText } from "../ui/dom.js";
import { formatPercent, formatSigned, formatValue } from "../ui/format.js";
import type { LossOfPixel } from "./probe.js";

/** What the pixel pointed at contributes to each loss: its share of a sum, else the derivative by its probability. */
export function createProbeTable(): {
  readonly element: HTMLElement;
  /** null: no pixel is pointed at. */
  show(losses: readonly LossOfPixel[] | null): void;
} {
  const rows = losses
    .filter(({ kinds }) => kinds.includes("binary"))
    .map(({ id, title }) => ({
      id,
      kind: element("span", { class: "pixel-loss-kind" }),
      value: element("span", { class: "pixel-loss-value", "data-testid": `pixel-${id}` }),
      title,
    }));
  const root = element(
    "dl",
    { class: "pixel-losses", "aria-label": "What this pixel contributes to each loss", "data-testid": "pixel-losses" },
    ...rows.map(({ title, kind, value }) =>
      element("div", { class: "pixel-loss" }, element("dt", { title }, title), element("dd", {}, kind, value)),
    ),
  );
  root.hidden = true;
  return {
    element: root,
    show(shown) {
      if (root.hidden) return;
      for (const { id, kind, value } of rows) {
        const own = shown?.find((entry) => entry.id === id);
        setText(kind, own ? kindText(own) : "");
        setText(value, own ? lossValue(own) : "–");
        setAttribute(value, "data-value", own ? String(own.value) : null);
      }
    },
  };
}

/** With its sign where it may have either. */
export function lossValue({ value, part }: LossOfPixel): string {
  return part === null ? formatSigned(value) : formatValue(value);
}

function kindText({ kind, part }: LossOfPixel): string {
  return kind === "gradient" ? "∂/∂p" : part === null ? "share" : formatPercent(part);
}
