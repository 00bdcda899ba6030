import { type Layer, layers } from "../src/protocol/persisted.js";

/** What a key asks for. */
export type Command =
  | { readonly do: "step"; readonly by: 1 | -1 }
  | { readonly do: "layer"; readonly layer: Layer }
  | { readonly do: "threshold"; readonly by: number }
  | { readonly do: "pan"; readonly dx: number; readonly dy: number }
  | { readonly do: "probe"; readonly dx: number; readonly dy: number }
  | { readonly [Name in PlainCommand]: { readonly do: Name } }[PlainCommand];

type PlainCommand = "zoomIn" | "zoomOut" | "fit" | "actualSize" | "base" | "arrangement" | "keys" | "leave";

/** The part of a KeyboardEvent that decides. */
export interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const PAN = 48;
const PROBE_FAR = 10;
const THRESHOLD_STEP = 0.01;

const arrows: ReadonlyMap<string, readonly [dx: number, dy: number]> = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, -1]],
  ["ArrowDown", [0, 1]],
]);

const letters: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["j", { do: "step", by: 1 }],
  ["n", { do: "step", by: 1 }],
  ["k", { do: "step", by: -1 }],
  ["p", { do: "step", by: -1 }],
  ["[", { do: "threshold", by: -THRESHOLD_STEP }],
  ["]", { do: "threshold", by: THRESHOLD_STEP }],
  ["+", { do: "zoomIn" }],
  ["=", { do: "zoomIn" }],
  ["-", { do: "zoomOut" }],
  ["_", { do: "zoomOut" }],
  ["f", { do: "fit" }],
  ["0", { do: "actualSize" }],
  ["b", { do: "base" }],
  ["v", { do: "arrangement" }],
  ["?", { do: "keys" }],
]);

/** The command of a key stroke; null where the page has none. Ctrl and Cmd belong to VS Code, but for the far probe. */
export function commandOf(stroke: Stroke): Command | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = stroke;
  const arrow = arrows.get(key);
  if (arrow) {
    const [dx, dy] = arrow;
    if (metaKey) return null;
    if (altKey) return ctrlKey || shiftKey ? null : { do: "step", by: dx + dy > 0 ? 1 : -1 };
    const far = ctrlKey ? PROBE_FAR : 1;
    if (shiftKey) return { do: "probe", dx: dx * far, dy: dy * far };
    return ctrlKey ? null : { do: "pan", dx: 0 - dx * PAN, dy: 0 - dy * PAN };
  }
  if (altKey || ctrlKey || metaKey) return null;
  if (key === "Escape") return { do: "leave" };
  const layer = layers[Number(key) - 1];
  if (layer && key.length === 1) return { do: "layer", layer };
  return letters.get(key.toLowerCase()) ?? null;
}

/** The key sheet: what a person reads. */
export const sheet: ReadonlyArray<readonly [keys: readonly string[], does: string]> = [
  [["J", "N", "Alt+→"], "Next pair, better"],
  [["K", "P", "Alt+←"], "Previous pair, worse"],
  [["1", "…", "7"], "Layer"],
  [["V"], "Side by side"],
  [["B"], "Source image under the layer"],
  [["[", "]"], "Threshold −.01, +.01"],
  [["+", "-"], "Zoom in, out"],
  [["F", "0"], "Zoom to fit, actual size"],
  [["Arrows"], "Pan, when the stage has focus"],
  [["Shift+Arrows"], "Move the probe by a pixel; with Ctrl by ten"],
  [["?"], "This sheet"],
];
