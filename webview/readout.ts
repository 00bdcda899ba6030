import { element, setAttribute, setText, setTitle } from "./dom.js";
import { formatPercent, formatValue, formatZoom } from "./format.js";
import type { Point } from "./viewport.js";
import { iconButton } from "./widgets.js";

/** One pixel in numbers. */
export interface Probe extends Point {
  readonly truth: "0" | "1" | "ignored";
  readonly p: number;
  readonly weight: number;
  readonly loss: { readonly title: string; readonly share: number; readonly part: number } | null;
}

export interface Readout {
  readonly element: HTMLElement;
  /** null: no pixel is pointed at; the fields stay, so that nothing moves when one is. */
  show(probe: Probe | null): void;
  showZoom(zoom: number): void;
}

export interface ReadoutEvents {
  zoomBy(factor: number): void;
  fit(): void;
  actualSize(): void;
}

const NOTHING = "–";

export function createReadout({ zoomBy, fit, actualSize }: ReadoutEvents): Readout {
  const field = (name: string, testid: string, title: string) => {
    const value = element("span", { class: "probe-value", "data-testid": testid });
    const label = element("span", { class: "probe-name" }, name);
    return { root: element("span", { class: `probe ${testid}`, title }, label, value), label, value };
  };
  const x = field("x", "probe-x", "Column, from 0");
  const y = field("y", "probe-y", "Row, from 0");
  const truth = field("truth", "probe-truth", "Truth");
  const p = field("p", "probe-p", "Probability");
  const weight = field("w", "probe-weight", "Boundary weight");
  const loss = field("loss", "probe-loss", "");
  const values = element("div", { class: "probe-values" }, ...[x, y, truth, p, weight, loss].map((one) => one.root));

  const percent = element("span", { class: "zoom-value", "data-testid": "zoom" });
  const zoom = element(
    "div",
    { class: "zoom", role: "group", "aria-label": "Zoom" },
    iconButton("zoom-out", "Zoom Out (-)", "zoom-out", () => zoomBy(1 / 1.5)).element,
    percent,
    iconButton("zoom-in", "Zoom In (+)", "zoom-in", () => zoomBy(1.5)).element,
    iconButton("screen-full", "Zoom to Fit (F)", "zoom-fit", fit).element,
    oneToOne(actualSize),
  );

  return {
    element: element("div", { class: "readout" }, values, zoom),
    show(probe) {
      setText(x.value, probe ? String(probe.x) : NOTHING);
      setText(y.value, probe ? String(probe.y) : NOTHING);
      setText(truth.value, probe?.truth ?? NOTHING);
      setText(p.value, probe?.p.toFixed(4) ?? NOTHING);
      setText(weight.value, probe?.weight.toFixed(3) ?? NOTHING);
      const share = probe?.loss;
      setText(loss.value, share ? `${formatValue(share.share)} · ${formatPercent(share.part)}` : NOTHING);
      setTitle(loss.root, share ? `${share.title}: what this pixel adds to it, and its part of the whole` : "");
    },
    showZoom: (value) => {
      setText(percent, formatZoom(value));
      setAttribute(percent, "data-value", String(value));
    },
  };
}

function oneToOne(onClick: () => void): HTMLElement {
  const button = element(
    "button",
    {
      type: "button",
      class: "text-icon",
      title: "Actual Size (0)",
      "aria-label": "1:1, Actual Size (0)",
      "data-testid": "zoom-actual",
    },
    "1:1",
  );
  button.addEventListener("click", onClick);
  return button;
}
