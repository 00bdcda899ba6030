import type { LayerLook } from "../../src/protocol/persisted.js";
import { element } from "../ui/dom.js";
import { formatValue } from "../ui/format.js";
import { type ColourMap, isDiverging, mapOf } from "./palettes.js";

const RAMP_WIDTH = 128;

/** Half of the way along a square root is a quarter of the way up the numbers; of what is signed the middle is 0. */
export function valueRamp({ colours }: Pick<LayerLook, "colours">, largest: number, name: string): HTMLElement {
  const end = formatValue(largest);
  return isDiverging(colours)
    ? ramp(mapOf(colours), [`−${end}`, "0", `+${end}`], `${name}, −${end} to +${end}, on a square-root scale`, 0.5)
    : ramp(mapOf(colours), ["0", formatValue(largest / 4), end], `${name}, 0 to ${end}, on a square-root scale`);
}

/**
 * A scale of colours.
 * @param ticks the numbers at its start and end, or at its start, middle and end.
 * @param mark where it has one, from 0 to 1: at the threshold, or at 0.
 */
export function ramp(map: ColourMap, ticks: readonly string[], label: string, mark?: number): HTMLElement {
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
  const [minimum, ...rest] = ticks;
  const maximum = rest[rest.length - 1];
  const middle = rest.length > 1 ? rest[0] : null;
  return element(
    "span",
    { class: "legend-entry", title: label },
    element("span", { class: "legend-count", "data-testid": "legend-minimum" }, minimum),
    bar,
    element("span", { class: "legend-count", "data-testid": "legend-maximum" }, maximum),
    middle === null ? null : element("span", { class: "legend-words" }, `(middle ${middle})`),
  );
}
