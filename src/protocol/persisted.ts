import type { Preset, PresetName } from "../core/conventions/index.js";
import type { ShareRegion } from "../core/shares.js";
import type { Edit } from "../core/whatIf/edits.js";
import type { PairUris } from "./pairView.js";

/** The pictures of a pair, in the order of their keys 1 to 9. */
export const ownLayers = [
  "errors",
  "truth",
  "prediction",
  "probability",
  "weight",
  "loss",
  "image",
  "gradient",
  "distance",
] as const;

/** Those that need a second prediction, called A beside B, which the pair is of. */
export const otherLayers = ["otherErrors", "agreement"] as const;

export const layers = [...ownLayers, ...otherLayers] as const;

export type Layer = (typeof layers)[number];

/**
 * What the stage shows, all on one camera: the stack of layers; truth, prediction and the stack beside each other; those
 * and the image two by two; or two pictures compared in one place, by a divider, by fading, by turns.
 */
export const arrangements = ["single", "sideBySide", "grid", "swipe", "onion", "blink"] as const;

export type Arrangement = (typeof arrangements)[number];

/** How a layer is drawn. */
export interface LayerLook {
  readonly shown: boolean;
  /** In [0, 1]; what nothing lies under is opaque. */
  readonly opacity: number;
  readonly style: "fill" | "outline";
  /** A colour, or a map of colours; which there are depends on the layer. */
  readonly colours: string;
}

/** Order of the scores in their groups: as catalogued, by value, or by the share that one region has in them. */
export type ScoreOrder = "catalogue" | "largest" | "smallest" | ShareRegion;

/** The parts of the breakdown, top to bottom. */
export const sections = ["diagnosis", "scores", "regions", "curves", "whatIf", "files"] as const;

export type SectionId = (typeof sections)[number];

/** What the stage looks at: the pixel coordinate in its centre, and CSS pixels a mask pixel. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Settings that the page can turn; the host's own values are where they start. */
export interface Dials {
  readonly threshold: number;
  readonly kernel: number;
  readonly preset: PresetName;
  /** Parameter values turned by hand, by score id. */
  readonly overrides: Preset;
}

/** What the page keeps over a reload; a serializer of the host gets it back. */
export interface PersistedState extends Dials {
  readonly pair: { readonly name: string; readonly uris: PairUris } | null;
  /** The layer chosen last: legend and printed values are its own. */
  readonly layer: Layer;
  readonly looks: Readonly<Record<Layer, LayerLook>>;
  readonly arrangement: Arrangement;
  /** The pictures that swipe, onion skin and blink compare. */
  readonly sides: readonly [Layer, Layer];
  /** Where the divider of the swipe stands, from the left, and how far the onion skin has faded to its second picture. */
  readonly split: number;
  /** Errors of a few pixels are ringed. */
  readonly rings: boolean;
  /** Id of the loss, a sum over pixels, that the per-pixel layer shows. */
  readonly loss: string;
  /** Id of the loss whose gradient is shown. */
  readonly gradient: string;
  readonly order: ScoreOrder;
  /** Ids of the scores whose details are open. */
  readonly expanded: readonly string[];
  /** Ids of the scores whose conventions are open, in their details. */
  readonly compared: readonly string[];
  /** The panel stays on its pair; the host decides, and gets it back after a reload. */
  readonly locked: boolean;
  /** Of the breakdown beside the stage, CSS pixels; null: the usual part of the page. */
  readonly breakdownWidth: number | null;
  /** The filmstrip of neighbours is open. */
  readonly filmstrip: boolean;
  /** Sections that are folded. */
  readonly folded: readonly SectionId[];
  /** Id of the score by whose gain the regions of error are ranked. */
  readonly gain: string;
  /** Edits of the prediction, to see what would be. They end with the pair. */
  readonly edits: readonly Edit[];
  /** null: the whole mask fits the stage. */
  readonly camera: Camera | null;
  /** The dials as the host last sent them: when it sends others, those win over what was turned here. */
  readonly host: Dials | null;
}

/** The files of the pair that a persisted state shows; null when the state is not one, or shows none. */
export function persistedUris(state: unknown): PairUris | null {
  const pair = field(state, "pair");
  const uris = field(pair, "uris");
  const [prediction, truth, image, other] = ["prediction", "truth", "image", "other"].map((role) => field(uris, role));
  if (typeof prediction !== "string" || typeof truth !== "string") return null;
  return {
    prediction,
    truth,
    ...(typeof image === "string" && { image }),
    ...(typeof other === "string" && { other }),
  };
}

/** Whether a persisted state is that of a locked panel. */
export function isLockedState(state: unknown): boolean {
  return field(state, "locked") === true;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
