import type { HardCounts } from "../src/core/sums.js";
import type { Layer } from "../src/protocol/persisted.js";
import { element, hidden } from "./dom.js";
import { formatCount, formatParameter, formatPercent, formatValue } from "./format.js";
import { type ColourMap, inferno, magma, pack, regions, regionTitles, viridis } from "./palettes.js";

/** What the legend has to say, by layer. */
export interface LegendContent {
  readonly layer: Layer;
  readonly counts: HardCounts;
  readonly ignored: number;
  readonly threshold: number;
  readonly weight: { readonly minimum: number; readonly maximum: number };
  readonly kernel: number;
  readonly loss: {
    readonly title: string;
    readonly value: number | null;
    readonly largest: number;
    readonly sharing: "sum" | "proportion" | undefined;
  } | null;
  readonly image: string | null;
}

export interface Legend {
  readonly element: HTMLElement;
  show(content: LegendContent): void;
}

const grays: ColourMap = Uint32Array.from({ length: 256 }, (_, level) => pack(level, level, level));

export function createLegend(): Legend {
  const root = element("div", { class: "legend", role: "group", "aria-label": "Legend", "data-testid": "legend" });
  let said = "";
  return {
    element: root,
    show(content) {
      const now = JSON.stringify(content);
      if (now === said) return;
      said = now;
      root.replaceChildren(...entries(content), ...ignoredEntry(content.ignored));
    },
  };
}

function entries({ layer, counts, threshold, weight, kernel, loss, image }: LegendContent): Node[] {
  switch (layer) {
    case "errors": {
      const total = counts.tp + counts.fp + counts.fn + counts.tn;
      return regions.map((region) => {
        const part = total > 0 ? ` (${formatPercent(counts[region] / total)})` : "";
        return swatch(region, region.toUpperCase(), regionTitles[region], counts[region], part);
      });
    }
    case "truth":
      return [
        swatch("white", "Foreground", "Truth 1", counts.tp + counts.fn),
        swatch("black", "Background", "Truth 0", counts.fp + counts.tn),
      ];
    case "prediction":
      return [ramp(grays, ["0", "1"], "Probability, black 0 to white 1"), words("Probability, as stored")];
    case "probability":
      return [
        ramp(viridis, ["0", "1"], `Probability, 0 to 1; threshold ${formatParameter(threshold)}`, threshold),
        words(`Probability; foreground above ${formatParameter(threshold)}`),
      ];
    case "weight":
      return [
        ramp(
          magma,
          [formatValue(weight.minimum), formatValue(weight.maximum)],
          `Boundary weight, ${formatValue(weight.minimum)} to ${formatValue(weight.maximum)}`,
        ),
        words(`Boundary weight, mean 1, kernel ${kernel} px`),
      ];
    case "loss":
      if (!loss) return [words("This loss has no shares by pixel.")];
      return [
        // A quarter of the way up the numbers is half of the way along a square root.
        ramp(
          inferno,
          ["0", formatValue(loss.largest / 4), formatValue(loss.largest)],
          `Share of a pixel, 0 to ${formatValue(loss.largest)}, on a square-root scale`,
        ),
        element(
          "span",
          { class: "legend-words", "data-testid": "legend-loss" },
          `${loss.title} by pixel: adds up to ${formatValue(loss.value)}`,
          ...(loss.sharing === "proportion" ? ["; −ln D, which is no sum, is divided in proportion to |y − p|"] : []),
        ),
      ];
    case "image":
      return [words(image ?? "No source image was found.")];
  }
}

function ignoredEntry(ignored: number): Node[] {
  return ignored > 0 ? [swatch("ignored", "Ignored", "Left out of every score", ignored)] : [];
}

function swatch(kind: string, name: string, title: string, count: number, note = ""): HTMLElement {
  return element(
    "span",
    { class: "legend-entry", title: `${title}: ${formatCount(count)} pixels${note}` },
    element("span", { class: `swatch ${kind}`, "aria-hidden": "true" }),
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

function words(text: string): HTMLElement {
  return element("span", { class: "legend-words" }, text);
}

const RAMP_WIDTH = 128;

/**
 * A scale of colours with a mark where the threshold cuts it.
 * @param ends the numbers at its start and end, or at its start, middle and end.
 */
function ramp(map: ColourMap, ends: readonly string[], label: string, mark?: number): HTMLElement {
  const canvas = element("canvas", {
    class: "ramp",
    width: String(RAMP_WIDTH),
    height: "1",
    role: "img",
    "aria-label": label,
  });
  const image = new ImageData(RAMP_WIDTH, 1);
  const out = new Uint32Array(image.data.buffer);
  for (let x = 0; x < RAMP_WIDTH; x++) out[x] = map[Math.round((x / (RAMP_WIDTH - 1)) * 255)];
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  const bar = element("span", { class: "ramp-bar" }, canvas);
  if (mark !== undefined) {
    const tick = element("span", { class: "ramp-mark", "aria-hidden": "true" });
    tick.style.left = `${mark * 100}%`;
    bar.append(tick);
  }
  const [minimum, ...rest] = ends;
  const maximum = rest[rest.length - 1];
  const middle = rest.length > 1 ? rest[0] : null;
  return element(
    "span",
    { class: "legend-entry" },
    element("span", { class: "legend-count", "data-testid": "legend-minimum" }, minimum),
    bar,
    element("span", { class: "legend-count", "data-testid": "legend-maximum" }, maximum),
    middle === null ? null : element("span", { class: "legend-words" }, `(middle ${middle})`),
  );
}
