import { type Layer, type LayerLook, layers } from "../../src/protocol/persisted.js";

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

const mapNames = ["viridis", "magma", "inferno", "cividis", "gray"] as const;
const maskColours = ["blue", "orange", "green", "pink", "yellow", "white"] as const;

/** The colours that each layer can be drawn in; its own first. */
export const colourChoices: Readonly<Record<Layer, readonly string[]>> = {
  errors: ["regions"],
  // Those of false negatives and false positives: what only the truth has, and what only the prediction has.
  truth: maskColours,
  prediction: ["orange", ...maskColours.filter((name) => name !== "orange")],
  probability: mapNames,
  weight: ["magma", ...mapNames.filter((name) => name !== "magma")],
  loss: ["inferno", ...mapNames.filter((name) => name !== "inferno")],
  image: ["auto", "colour", "gray"],
  gradient: ["inferno", ...mapNames.filter((name) => name !== "inferno")],
  distance: ["diverging"],
  otherErrors: ["regions"],
  agreement: ["agreement"],
};

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
