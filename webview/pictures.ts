import { scoreById } from "../src/core/catalogue.js";
import type { Settings } from "../src/core/settings.js";
import type { Layer } from "../src/protocol/persisted.js";
import type { LossTables } from "./paint.js";
import type { Painted, Painter } from "./painter.js";
import type { Scene } from "./scene.js";
import { layerTitles } from "./sentences.js";
import type { Pane } from "./stageDrawing.js";
import type { State } from "./state.js";

/** The loss that the per-pixel layer shows, with its shares over the joint index. */
export interface ShownLoss {
  readonly id: string;
  readonly title: string;
  readonly tables: LossTables | null;
}

export function shownLoss({ loss }: State, scene: Scene, settings: Settings): ShownLoss {
  const score = scoreById(loss);
  return { id: score.id, title: score.title, tables: scene.analyst.lossTables(score, settings) };
}

/** The layers on the stage, left to right. */
export function layersOnStage({ arrangement, layer }: Pick<State, "arrangement" | "layer">): readonly Layer[] {
  if (arrangement === "single") return [layer];
  return ["truth", "prediction", layer === "truth" || layer === "prediction" ? "errors" : layer];
}

/** The panes of the stage, and the picture of the chosen layer among them. */
export function paintPanes(
  painter: Painter,
  scene: Scene,
  state: State,
  loss: ShownLoss,
): { readonly panes: readonly Pane[]; readonly main: Painted | null } {
  const image = state.base ? scene.image : null;
  const paint = (layer: Layer) =>
    painter.paint(scene, layer, { threshold: state.threshold, overImage: image !== null, loss: loss.tables });
  const layers = layersOnStage(state);
  const panes = layers.map((layer): Pane => {
    const title = layer === "loss" ? loss.title : layerTitles[layer];
    const painted = paint(layer);
    if (layer === "image") {
      const missing = scene.image ? {} : { missing: "No source image was found" };
      return { title, painted, base: scene.image?.colour ?? null, opacity: 1, ...missing };
    }
    const base = image && (layer === "truth" || layer === "prediction" ? image.colour : image.gray);
    const missing = painted ? {} : { missing: `${loss.title} has no shares by pixel here` };
    return { title, painted, base, opacity: base ? state.opacity : 1, ...missing };
  });
  return { panes, main: panes[panes.length - 1].painted };
}
