import type { HardCounts } from "../../src/core/sums.js";
import type { Layer, LayerLook } from "../../src/protocol/persisted.js";
import { agreements, type OtherCounts } from "../paint/agreement.js";
import { element, hidden } from "../ui/dom.js";
import { formatCount, formatParameter, formatPercent, formatValue } from "../ui/format.js";
import { cssRgb, isDiverging, mapOf, maskColour, regions, regionTitles } from "./palettes.js";
import { ramp, valueRamp } from "./ramp.js";

/** What the legend has to say of one layer. */
export interface LegendLayer {
  readonly layer: Layer;
  readonly look: Pick<LayerLook, "colours" | "style">;
  /** The upper end of its scale. */
  readonly largest: number;
}

export interface LegendContent {
  /** From the top down. */
  readonly layers: readonly LegendLayer[];
  readonly counts: HardCounts;
  /** Where two models are compared. */
  readonly other: OtherCounts | null;
  readonly ignored: number;
  /** Errors of a few pixels, which are ringed. */
  readonly specks: number;
  readonly rings: boolean;
  readonly threshold: number;
  /** What is not read of the pixels yet is on its way. */
  readonly computing: boolean;
  /** null: it is not there. */
  readonly weight: { readonly minimum: number; readonly maximum: number } | null;
  readonly kernel: number;
  /** null: it has no shares here. */
  readonly loss: { readonly title: string; readonly value: number | null } | null;
  readonly gradient: { readonly title: string } | null;
  readonly image: string | null;
}

export interface Legend {
  readonly element: HTMLElement;
  show(content: LegendContent): void;
  /** @param key tells when the entries are others. */
  showEntries(key: string, entries: () => readonly Node[]): void;
}

/** @param onRings turns the rings around specks on or off. */
export function createLegend(onRings: (rings: boolean) => void): Legend {
  const root = element("div", { class: "legend", role: "group", "aria-label": "Legend", "data-testid": "legend" });
  let said = "";
  return {
    element: root,
    show(content) {
      const now = JSON.stringify(content);
      if (now === said) return;
      said = now;
      const layers = firstA(content.layers).map((layer) =>
        element("div", { class: "legend-layer", "data-layer": layer.layer }, ...entries(layer, content, onRings)),
      );
      const hadFocus = root.contains(document.activeElement);
      root.replaceChildren(...layers, ...ignoredEntry(content.ignored));
      // A button that was pressed is a new one now.
      if (hadFocus) root.querySelector("button")?.focus();
    },
    showEntries(key, entries) {
      if (key === said) return;
      said = key;
      root.replaceChildren(...entries());
    },
  };
}

/** Of two models A stands before B, as everywhere, whichever layer is on top. */
function firstA(layers: readonly LegendLayer[]): readonly LegendLayer[] {
  const [a, b] = (["otherErrors", "errors"] as const).map((own) => layers.findIndex(({ layer }) => layer === own));
  return b >= 0 && b < a ? layers.with(b, layers[a]).with(a, layers[b]) : layers;
}

function entries(
  { layer, look, largest }: LegendLayer,
  content: LegendContent,
  onRings: (rings: boolean) => void,
): Node[] {
  const { counts, threshold, weight, kernel, loss, gradient, image, computing } = content;
  const map = mapOf(look.colours);
  switch (layer) {
    case "errors":
      return [
        ...(content.other ? [words(`B, ${content.other.own}`)] : []),
        ...errorEntries(counts, ""),
        ...specksEntry(content, onRings),
      ];
    case "otherErrors":
      return content.other ? [words(`A, ${content.other.name}`), ...errorEntries(content.other.counts, "other-")] : [];
    case "agreement":
      return content.other ? agreementEntries(content.other.agreement) : [];
    case "truth":
      return [mask(look, "truth", "Truth", counts.tp + counts.fn)];
    case "prediction":
      return [mask(look, "prediction", `Prediction above ${formatParameter(threshold)}`, counts.tp + counts.fp)];
    case "probability":
      return [
        ramp(map, ["0", "1"], `Probability, 0 to 1; threshold ${formatParameter(threshold)}`, threshold),
        words(`Probability; foreground above ${formatParameter(threshold)}`),
      ];
    case "weight":
      if (!weight) return [words(`Boundary weight${computing ? ": computing…" : " could not be computed."}`)];
      return [
        ramp(
          map,
          [formatValue(weight.minimum), formatValue(weight.maximum)],
          `Boundary weight, ${formatValue(weight.minimum)} to ${formatValue(weight.maximum)}`,
        ),
        words(`Boundary weight, mean 1, kernel ${kernel} px`),
      ];
    case "loss":
      if (computing && largest === 0) return [words("Loss by pixel: computing…")];
      if (!loss) return [words("This loss has no shares by pixel.")];
      return [
        valueRamp(look, largest, "Share of a pixel"),
        words(`${loss.title} by pixel, exact: adds up to ${formatValue(loss.value)}`, "legend-loss"),
      ];
    case "gradient":
      if (!gradient) return [words(computing ? "Gradient: computing…" : "This loss has no gradient here.")];
      return [
        valueRamp(look, largest, isDiverging(look.colours) ? "Gradient" : "Magnitude of the gradient"),
        words(
          isDiverging(look.colours)
            ? `∂ ${gradient.title} / ∂p: a gradient, no share of the loss; below 0, a higher p lowers it`
            : `|∂ ${gradient.title} / ∂p|: a gradient, no share of the loss`,
          "legend-gradient",
        ),
      ];
    case "distance":
      if (computing && largest === 0) return [words("Signed distance: computing…")];
      return [
        valueRamp(look, largest, "Signed distance"),
        words("px to the truth's boundary: below 0 inside, above 0 outside", "legend-distance"),
      ];
    case "image":
      return [words(image ?? "No source image was found.")];
  }
}

function errorEntries(counts: HardCounts, prefix: string): HTMLElement[] {
  const total = counts.tp + counts.fp + counts.fn + counts.tn;
  return regions.map((region) => {
    const part = total > 0 ? ` (${formatPercent(counts[region] / total)})` : "";
    return swatch(region, region.toUpperCase(), regionTitles[region], counts[region], part, `${prefix}${region}`);
  });
}

export function agreementEntries(agreement: OtherCounts["agreement"]): HTMLElement[] {
  return agreements.map(({ id, title }) => swatch(id, title, title, agreement[id]));
}

function ignoredEntry(ignored: number): Node[] {
  return ignored > 0 ? [swatch("ignored", "Ignored", "Left out of every score", ignored)] : [];
}

function specksEntry({ specks, rings }: LegendContent, onRings: (rings: boolean) => void): Node[] {
  if (specks === 0) return [];
  const button = element(
    "button",
    {
      type: "button",
      class: "legend-toggle",
      "aria-pressed": String(rings),
      title: "Isolated errors of 1 to 3 pixels, not those at an edge: rings that stay when zoomed out",
      "data-testid": "rings",
    },
    element("span", { class: "swatch ring", "aria-hidden": "true" }),
    element("span", { class: "legend-name" }, "Specks"),
    " ",
    element(
      "span",
      { class: "legend-count", "data-testid": "legend-specks-count", "data-value": String(specks) },
      formatCount(specks),
    ),
  );
  button.addEventListener("click", () => onRings(!rings));
  return [button];
}

/** @param id what its count is called, for tests. */
function swatch(kind: string, name: string, title: string, count: number, note = "", id = kind): HTMLElement {
  return entry(element("span", { class: `swatch ${kind}`, "aria-hidden": "true" }), id, name, title, count, note);
}

/** A mask, filled or as a line. */
function mask({ colours, style }: LegendLayer["look"], kind: string, name: string, count: number): HTMLElement {
  const mark = element("span", { class: `swatch ${style}`, "aria-hidden": "true" });
  mark.style.setProperty("--mark", cssRgb(maskColour(colours)));
  return entry(mark, kind, name, name, count, "");
}

function entry(mark: HTMLElement, kind: string, name: string, title: string, count: number, note: string): HTMLElement {
  return element(
    "span",
    { class: "legend-entry", title: `${title}: ${formatCount(count)} pixels${note}` },
    mark,
    element("span", { class: "legend-name", "aria-hidden": "true" }, name),
    hidden(title),
    " ",
    element(
      "span",
      { class: "legend-count", "data-testid": `legend-${kind}-count`, "data-value": String(count) },
      formatCount(count),
    ),
    hidden(" pixels"),
  );
}

export function words(text: string, testid = ""): HTMLElement {
  return element("span", { class: "legend-words", ...(testid && { "data-testid": testid }) }, text);
}
