import { scoreById } from "../../src/core/catalogue.js";
import type { Settings } from "../../src/core/settings.js";
import { type Layer, layers, ownLayers } from "../../src/protocol/persisted.js";
import { layerTitles } from "../frame/sentences.js";
import type { Painter } from "../paint/painter.js";
import type { LossTables } from "../paint/weightedLoss.js";
import { fittingLook, hardLayers } from "../state/looks.js";
import type { State } from "../state/state.js";
import type { DistanceFinder } from "./distanceMaps.js";
import type { LayerSource } from "./panes.js";
import type { Scene } from "./scene.js";

/** The loss whose shares or gradient a layer shows, over the joint index. */
export interface ShownLoss {
  readonly id: string;
  readonly title: string;
  readonly tables: LossTables | null;
}

export interface ShownLosses {
  readonly loss: ShownLoss;
  readonly gradient: ShownLoss;
}

export function shownLosses({ loss, gradient }: State, { analyst }: Scene, settings: Settings): ShownLosses {
  const [ofLoss, ofGradient] = [loss, gradient].map(scoreById);
  return {
    loss: { id: loss, title: ofLoss.title, tables: analyst.lossTables(ofLoss, settings) },
    gradient: { id: gradient, title: ofGradient.title, tables: analyst.gradientTables(ofGradient, settings) },
  };
}

export interface BinaryContent {
  readonly scene: Scene;
  readonly state: State;
  readonly losses: ShownLosses;
  /** null: none is looked at. */
  readonly distances: ReturnType<DistanceFinder["at"]> | null;
  /** What is not read of the pixels yet is on its way. */
  readonly computing: boolean;
}

/** The layers of a pair of binary masks. */
export function binaryLayers(
  painter: Painter,
  { scene, state, losses, distances, computing }: BinaryContent,
): LayerSource {
  const { loss, gradient } = losses;
  return {
    layers: scene.other ? layers : ownLayers,
    image: scene.image,
    paint(layer, overImage) {
      if (scene.isSketch && !hardLayers.includes(layer)) return null;
      return painter.paint(scene, layer, {
        look: fittingLook(layer, state.looks, state.loss),
        threshold: state.threshold,
        overImage,
        loss: loss.tables,
        gradient: gradient.tables,
        distances: typeof distances === "string" ? null : distances,
      });
    },
    titleOf: (layer) => titleOf(layer, losses, scene),
    missing(layer) {
      if (layer === "image") return "No source image was found";
      if (distances === "computing" || (scene.gathered === null && computing)) return "Computing…";
      if (distances === "failed" || scene.gathered === null) return "Not computed";
      return layer === "gradient"
        ? `${gradient.title} has no gradient here`
        : `${loss.title} has no shares by pixel here`;
    },
  };
}

/** Where two models are compared, it says which is whose. */
function titleOf(layer: Layer, { loss, gradient }: ShownLosses, { other }: Scene): string {
  if (other && layer === "otherErrors") return `A: ${other.name}`;
  if (other && layer === "errors") return `B: ${other.own}`;
  if (layer === "loss") return loss.title;
  return layer === "gradient" ? `Gradient of ${gradient.title}` : layerTitles[layer];
}
