import { scoreById } from "../../src/core/catalogue.js";
import { type Layer, type LayerLook, layers } from "../../src/protocol/persisted.js";
import { divergingMaps, isDiverging, sequentialMaps } from "../stage/palettes.js";

/** The layers from the bottom up: image, fields, errors, masks. */
export const bottomUp: readonly Layer[] = [
  "image",
  "probability",
  "weight",
  "loss",
  "gradient",
  "distance",
  "errors",
  "otherErrors",
  "agreement",
  "truth",
  "prediction",
];

const maskColours = ["blue", "orange", "green", "pink", "yellow", "white"] as const;

/** The maps for what is not signed, one of them first. */
const mapsFrom = (first: string) => [first, ...sequentialMaps.filter((name) => name !== first)];

/** The colours that each layer can be drawn in; its own first. */
export const colourChoices: Readonly<Record<Layer, readonly string[]>> = {
  errors: ["regions"],
  // Those of false negatives and false positives: what only the truth has, and what only the prediction has.
  truth: maskColours,
  prediction: ["orange", ...maskColours.filter((name) => name !== "orange")],
  probability: mapsFrom("viridis"),
  weight: mapsFrom("magma"),
  loss: [...mapsFrom("inferno"), ...divergingMaps],
  image: ["auto", "colour", "gray"],
  // A map that does not diverge shows its magnitude.
  gradient: [...divergingMaps, ...mapsFrom("inferno")],
  distance: divergingMaps,
  otherErrors: ["regions"],
  agreement: ["agreement"],
};

/** Those that fit what the layer shows: the shares of a loss that can be below 0 need a middle, those of others have none. */
export function fittingColours(layer: Layer, loss: string): readonly string[] {
  if (layer !== "loss") return colourChoices[layer];
  const isSigned = scoreById(loss).range[0] < 0;
  return colourChoices.loss.filter((name) => isDiverging(name) === isSigned);
}

/** The look with colours that fit what the layer shows. */
export function fittingLook(layer: Layer, looks: Looks, loss: string): LayerLook {
  const look = looks[layer];
  const fitting = fittingColours(layer, loss);
  return fitting.includes(look.colours) ? look : { ...look, colours: fitting[0] };
}

/** The layers that need no more of a prediction than what is above the threshold. */
export const hardLayers: readonly Layer[] = ["errors", "truth", "prediction", "image"];

/** Truth and prediction can be outlines, which show what lies in them. */
export const hasOutline = (layer: Layer): boolean => layer === "truth" || layer === "prediction";

const own = (layer: Layer, shown: boolean, opacity: number): LayerLook => ({
  shown,
  opacity,
  style: "fill",
  colours: colourChoices[layer][0],
});

export const initialLooks: Readonly<Record<Layer, LayerLook>> = {
  errors: own("errors", true, 0.8),
  truth: own("truth", false, 0.6),
  prediction: own("prediction", false, 0.6),
  probability: own("probability", false, 0.8),
  weight: own("weight", false, 0.8),
  loss: own("loss", false, 0.8),
  image: own("image", true, 1),
  gradient: own("gradient", false, 0.8),
  distance: own("distance", false, 0.8),
  otherErrors: own("otherErrors", false, 0.8),
  agreement: own("agreement", false, 0.8),
};

type Looks = Readonly<Record<Layer, LayerLook>>;

/** One layer alone, over the image where that is shown. */
export function alone(looks: Looks, layer: Layer): Looks {
  return mapLooks(looks, (own, id) => (id === "image" ? own.shown || layer === "image" : id === layer));
}

function mapLooks(looks: Looks, isShown: (look: LayerLook, id: Layer) => boolean): Looks {
  const entries = layers.map((id) => [id, { ...looks[id], shown: isShown(looks[id], id) }] as const);
  return Object.fromEntries(entries) as Record<Layer, LayerLook>;
}

/** The layers shown, from the bottom up. */
export function shownLayers(looks: Looks): readonly Layer[] {
  return bottomUp.filter((layer) => looks[layer].shown);
}

/** The layer on top; the image when no other is shown. */
export function topmost(looks: Looks): Layer {
  const shown = shownLayers(looks);
  return shown[shown.length - 1] ?? "image";
}

/** The looks that are not as at the start; {@link restoreLooks} fills in the others. */
export function changedLooks(looks: Looks): Partial<Looks> {
  const changed = layers.filter((layer) => JSON.stringify(looks[layer]) !== JSON.stringify(initialLooks[layer]));
  return Object.fromEntries(changed.map((layer) => [layer, looks[layer]]));
}

/** Reads what was kept; anything unusable takes its initial value. */
export function restoreLooks(kept: Readonly<Record<string, unknown>>): Looks {
  const entries = layers.map((layer) => {
    const look = kept[layer];
    const initial = initialLooks[layer];
    if (typeof look !== "object" || look === null) return [layer, initial] as const;
    const { shown, opacity, style, colours } = look as Readonly<Record<string, unknown>>;
    return [
      layer,
      {
        shown: typeof shown === "boolean" ? shown : initial.shown,
        opacity: typeof opacity === "number" && opacity >= 0 && opacity <= 1 ? opacity : initial.opacity,
        style: hasOutline(layer) && style === "outline" ? style : "fill",
        colours: colourChoices[layer].find((known) => known === colours) ?? initial.colours,
      },
    ] as const;
  });
  return Object.fromEntries(entries) as Record<Layer, LayerLook>;
}
