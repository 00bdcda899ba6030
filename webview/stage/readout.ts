import type { Layer } from "../../src/protocol/persisted.js";
import type { MapProbe } from "../maps/probe.js";
import { element, icon, setAttribute, setText, setTitle } from "../ui/dom.js";
import { formatPercent, formatPrecise, formatZoom } from "../ui/format.js";
import { iconButton } from "../ui/widgets.js";
import { regionTitles } from "./palettes.js";
import type { LossOfPixel, Probe } from "./probe.js";
import { createProbeTable, lossValue } from "./probeTable.js";

export interface Readout {
  /** The numbers of all losses, which a button unfolds, and the line of the others. */
  readonly elements: readonly [HTMLElement, HTMLElement];
  /**
   * null: no pixel is pointed at; a line as high says how to.
   * @param loss id of the loss that has a field of its own.
   * @param layer whose number comes first where there is no room for all.
   */
  show(probe: Probe | null, loss: string, layer: Layer): void;
  /** The same of label or instance maps. */
  showMap(probe: MapProbe | null): void;
  showZoom(zoom: number): void;
}

export interface ReadoutEvents {
  zoomBy(factor: number): void;
  fit(): void;
  actualSize(): void;
  nextError(): void;
  /** The numbers of all losses were unfolded. */
  onUnfold(): void;
}

const NOTHING = "–";

export function createReadout({ zoomBy, fit, actualSize, nextError, onUnfold }: ReadoutEvents): Readout {
  const field = (name: string, testid: string, title: string) => {
    const value = element("span", { class: "probe-value", "data-testid": testid });
    const label = element("span", { class: "probe-name" }, name);
    return { root: element("span", { class: `probe ${testid}`, title }, label, value), label, value };
  };
  const x = field("x", "probe-x", "Column, from 0");
  const y = field("y", "probe-y", "Row, from 0");
  const truth = field("truth", "probe-truth", "Truth, and what the pixel is at the threshold");
  const p = field("p", "probe-p", "Probability");
  const weight = field("w", "probe-weight", "Boundary weight");
  const distance = field("d", "probe-distance", "Signed distance to the truth's boundary, px: below 0 inside");
  const loss = field("loss", "probe-loss", "");
  const table = createProbeTable();
  const fields = [x, y, truth, p, weight, distance, loss];
  const unfold = iconButton("chevron-up", "What This Pixel Contributes to Each Loss", "probe-all", () => {
    table.element.hidden = !table.element.hidden;
    setAttribute(unfold.element, "aria-expanded", String(!table.element.hidden));
    // Fields that found no room in the row come with the table.
    setAttribute(values, "data-all", table.element.hidden ? null : "");
    unfold.element.replaceChildren(icon(table.element.hidden ? "chevron-up" : "chevron-down"));
    onUnfold();
  });
  setAttribute(unfold.element, "aria-expanded", "false");
  const values = element("div", { class: "probe-values" }, ...fields.map((one) => one.root));
  const hint = element("span", { class: "probe-hint" }, "Point at a pixel, or Shift+arrow keys");

  const of = {
    truth: field("truth", "probe-truth", "Class or object of the truth"),
    prediction: field("prediction", "probe-prediction", "Class or object of the prediction"),
    is: field("is", "probe-is", "What the pixel is"),
  };
  const [mapX, mapY] = [field("x", "probe-x", "Column, from 0"), field("y", "probe-y", "Row, from 0")];
  const mapValues = element(
    "div",
    { class: "probe-values" },
    ...[mapX, mapY, of.truth, of.prediction, of.is].map((one) => one.root),
  );
  const turnTo = (isMaps: boolean, isPixel: boolean) => {
    values.hidden = isMaps || !isPixel;
    mapValues.hidden = !isMaps || !isPixel;
    hint.hidden = isPixel;
    // It stays without a pixel: the pointer that goes to it leaves the pixel.
    unfold.element.hidden = isMaps;
    next.element.hidden = isMaps;
    if (isMaps) table.element.hidden = true;
  };

  const percent = element("span", { class: "zoom-value", "data-testid": "zoom" });
  const next = iconButton("debug-step-over", "Zoom to Next Error (E)", "next-error", nextError);
  const zoom = element(
    "div",
    { class: "zoom", role: "group", "aria-label": "Zoom" },
    iconButton("zoom-out", "Zoom Out (-)", "zoom-out", () => zoomBy(1 / 1.5)).element,
    percent,
    iconButton("zoom-in", "Zoom In (+)", "zoom-in", () => zoomBy(1.5)).element,
    iconButton("screen-full", "Zoom to Fit (F)", "zoom-fit", fit).element,
    oneToOne(actualSize),
    next.element,
  );

  const tell = (target: HTMLElement, value: number | undefined, text: string) => {
    setText(target, text);
    setAttribute(target, "data-value", value === undefined ? null : String(value));
  };

  return {
    elements: [table.element, element("div", { class: "readout" }, hint, values, mapValues, unfold.element, zoom)],
    show(probe, lossId, layer) {
      turnTo(false, probe !== null);
      setAttribute(values, "data-layer", layer);
      setText(x.value, probe ? String(probe.x) : NOTHING);
      setText(y.value, probe ? String(probe.y) : NOTHING);
      setText(truth.value, probe ? truthText(probe) : NOTHING);
      setTitle(
        truth.root,
        probe?.region ? regionTitles[probe.region] : "Truth, and what the pixel is at the threshold",
      );
      tell(p.value, probe?.p, probe?.p.toFixed(4) ?? NOTHING);
      setTitle(
        p.root,
        probe?.stored ? `Probability: ${formatPrecise(probe.p)}, stored as ${probe.stored}` : "Probability",
      );
      tell(weight.value, probe?.weight ?? undefined, probe?.weight?.toFixed(3) ?? NOTHING);
      tell(distance.value, probe?.distance, probe ? formatDistance(probe.distance) : NOTHING);
      const own = probe?.losses.find(({ id }) => id === lossId);
      setText(loss.label, own ? nameOf(own) : "loss");
      tell(loss.value, own?.value, own ? lossText(own) : NOTHING);
      setTitle(loss.root, own ? titleOf(own) : "");
      table.show(probe?.losses ?? null);
    },
    showMap(probe) {
      turnTo(true, probe !== null);
      setText(mapX.value, probe ? String(probe.x) : NOTHING);
      setText(mapY.value, probe ? String(probe.y) : NOTHING);
      setText(of.truth.value, probe?.truth ?? NOTHING);
      setText(of.prediction.value, probe?.prediction ?? NOTHING);
      setText(of.is.value, probe?.is ?? NOTHING);
    },
    showZoom: (value) => {
      setText(percent, formatZoom(value));
      setAttribute(percent, "data-value", String(value));
    },
  };
}

function truthText({ truth, region }: Probe): string {
  return region ? `${truth} ${region.toUpperCase()}` : truth;
}

const formatDistance = (value: number) => value.toFixed(2).replace("-", "−");

const nameOf = ({ kind }: LossOfPixel) => (kind === "share" ? "loss" : "∂/∂p");

function lossText(loss: LossOfPixel): string {
  return loss.part === null ? lossValue(loss) : `${lossValue(loss)} · ${formatPercent(loss.part)}`;
}

function titleOf({ title, kind }: LossOfPixel): string {
  return kind === "share"
    ? `${title}: what this pixel adds to it, and its part of the whole`
    : `${title}: its derivative by the probability of this pixel; no share of it`;
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
