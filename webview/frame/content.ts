import { isLibrary } from "../../src/core/conventions/index.js";
import { selectedScores } from "../../src/core/evaluate.js";
import type { Regathering } from "../../src/protocol/calls.js";
import type { PairFailure } from "../../src/protocol/pairView.js";
import { layers, ownLayers } from "../../src/protocol/persisted.js";
import { mapLayersOf } from "../maps/painter.js";
import type { MapScene } from "../maps/scene.js";
import type { Scene } from "../stage/scene.js";
import { type State, settingsOf } from "../state/state.js";
import type { FigureText } from "./figure.js";
import { figureText } from "./figureText.js";
import type { ToolbarContent } from "./toolbar.js";

/** What fills the page. */
export type Content =
  | { readonly kind: "blank" }
  | { readonly kind: "empty"; readonly message: string }
  | { readonly kind: "loading"; readonly name: string }
  | { readonly kind: "failure"; readonly failure: PairFailure }
  | { readonly kind: "maps"; readonly scene: MapScene }
  | { readonly kind: "pair"; readonly scene: Scene; readonly key: string };

/**
 * What the toolbar has to say of it; null: nothing, and there is none.
 * @param awaited name of the pair that is on its way while another one is still shown.
 */
export function toolbarContent(content: Content, state: State, awaited: string | null): ToolbarContent | null {
  switch (content.kind) {
    case "pair": {
      const { view } = content.scene;
      const pair = { hasImage: view.pixels.image !== undefined, layers: view.other ? layers : ownLayers };
      return { state, name: awaited ?? view.name, position: view.position, pair };
    }
    case "maps": {
      const { view, image } = content.scene;
      const pair = { hasImage: image !== null, layers: mapLayersOf(content.scene) };
      return { state, name: awaited ?? view.name, position: view.position, pair };
    }
    case "failure": {
      const { name, position, unscored } = content.failure;
      return { state, name: awaited ?? name, position, unscored, pair: null };
    }
    default:
      return null;
  }
}

/** What stands above its picture. */
export function titleOfFigure(content: Content, state: State): FigureText {
  if (content.kind === "pair") return figureText(content.scene, state);
  return { title: content.kind === "maps" ? content.scene.view.name : "", facts: [] };
}

/** What the pixels must have been read for. */
export function regathering(state: State, { view, analyst }: Scene): Regathering {
  const { threshold, kernel, edits, preset, compared, expanded } = state;
  const settings = settingsOf(state, view);
  const open = compared.filter((id) => expanded.includes(id));
  const chosen = isLibrary(preset) ? selectedScores(settings, "binary").map(({ id }) => id) : [];
  return { threshold, kernel, edits, compare: [...open, ...chosen].some((id) => analyst.readsPeers(id, settings)) };
}
