import { threshold as thresholdParameter } from "../../src/core/parameters.js";
import type { ActionId } from "../../src/protocol/actions.js";
import type { Position, Unscored } from "../../src/protocol/pairView.js";
import {
  type Arrangement,
  arrangements,
  type Layer,
  layers,
  otherLayers,
  ownLayers,
} from "../../src/protocol/persisted.js";
import { createLayersMenu } from "../stage/layersMenu.js";
import { shownLayers } from "../state/looks.js";
import type { Action, State } from "../state/state.js";
import { element, icon, setAttribute, setText, setTitle } from "../ui/dom.js";
import { createFold } from "../ui/fold.js";
import { formatPercent } from "../ui/format.js";
import { actionMenu } from "../ui/menu.js";
import { nameLabel } from "../ui/name.js";
import { slider } from "../ui/slider.js";
import { choiceList, iconButton } from "../ui/widgets.js";
import { arrangementTitles, layerTitles, positionText } from "./sentences.js";

export interface ToolbarEvents {
  dispatch(action: Action): void;
  run(action: ActionId): void;
}

export interface ToolbarContent {
  readonly state: State;
  readonly name: string;
  readonly position: Position | undefined;
  readonly unscored?: Unscored | undefined;
  /** null: there is no pair whose pixels could be shown. */
  readonly pair: { readonly hasImage: boolean; readonly layers: readonly Layer[] } | null;
}

/** What is needed now and then. */
const MORE: ReadonlyArray<readonly ActionId[]> = [
  ["copyLink"],
  ["savePicture", "copyPicture"],
  ["swapTruth"],
  ["copyRowAsCsv", "copyRowAsMarkdown", "copyCommandLine"],
  ["showKeys", "changeKeys"],
];

export interface Toolbar {
  readonly element: HTMLElement;
  toggleLayers(): void;
  show(content: ToolbarContent): void;
}

export function createToolbar({ dispatch, run }: ToolbarEvents): Toolbar {
  const previous = iconButton("chevron-left", "Previous Pair, Worse (K)", "previous", () => run("previousPair"));
  const next = iconButton("chevron-right", "Next Pair, Better (J)", "next", () => run("nextPair"));
  const place = element("span", { class: "place", "data-testid": "position" });
  const by = element("span", { class: "place-by" });
  const walk = element(
    "div",
    { class: "walk", role: "group", "aria-label": "Ranking" },
    previous.element,
    element("span", { class: "place-text" }, place, by),
    next.element,
  );
  const name = nameLabel("pair-name");

  const layer = choiceList<Layer>(
    "Layer (1–9)",
    "layer",
    layers.map((value) => ({ value, title: layerTitles[value] })),
    "errors",
    (value) => dispatch({ do: "set", change: { layer: value } }),
  );
  let shown: State | null = null;
  const menu = createLayersMenu(dispatch);
  const view = choiceList<Arrangement>(
    "View (V)",
    "view",
    arrangements.map((value) => ({ value, title: arrangementTitles[value] })),
    "single",
    (arrangement) => dispatch({ do: "set", change: { arrangement } }),
  );
  const base = iconButton("file-media", "Source Image Under the Layers (B)", "base", () =>
    dispatch({ do: "look", layer: "image", change: { shown: !shown?.looks.image.shown } }),
  );
  const opacity = slider({
    label: "Opacity of the layer over the source image",
    testid: "opacity",
    minimum: 0,
    maximum: 1,
    step: 0.05,
    field: false,
    words: formatPercent,
    onInput: (opacity) => dispatch({ do: "look", layer: shown?.layer ?? "errors", change: { opacity } }),
  });
  const threshold = slider({
    ...thresholdParameter,
    label: "Threshold: foreground is p > t",
    testid: "threshold",
    field: true,
    onInput: (value) => dispatch({ do: "set", change: { threshold: value } }),
  });
  const resetThreshold = iconButton("discard", "Reset Threshold", "reset-threshold", () => {
    if (shown?.host) dispatch({ do: "set", change: { threshold: shown.host.threshold } });
  });
  const lock = iconButton("lock", "Lock on This Pair (L)", "lock", () => run("toggleLock"));
  const filmstrip = iconButton("layout-panel", "Filmstrip of the Ranking (T)", "toggle-filmstrip", () =>
    run("toggleFilmstrip"),
  );
  const more = actionMenu("More Actions", "more", MORE, run);

  const opacityGroup = element(
    "label",
    { class: "dial opacity", title: "Opacity of the layer over the source image" },
    icon("color-mode"),
    ...opacity.elements,
  );
  const picture = element(
    "div",
    { class: "picture-controls", role: "group", "aria-label": "Picture" },
    layer.element,
    ...menu.elements,
    view.element,
    base.element,
    opacityGroup,
  );
  const dial = element(
    "div",
    { class: "dial threshold", title: "Threshold: foreground is p > t ( [ and ] )" },
    element("span", { class: "dial-name", "aria-hidden": "true" }, "t"),
    ...threshold.elements,
    resetThreshold.element,
  );

  const fold = createFold("More Controls", "fold", [
    { below: 960, controls: [view.element, base.element, opacityGroup] },
  ]);
  const end = element("div", { class: "toolbar-end" }, dial, lock.element, filmstrip.element, fold, more);

  return {
    element: element(
      "header",
      { class: "toolbar" },
      element("div", { class: "title" }, walk, name.element),
      picture,
      end,
    ),
    toggleLayers: menu.toggle,
    show({ state, name: title, position, unscored, pair }) {
      shown = state;
      name.show(title);
      const stands = position ?? unscored;
      walk.hidden = !stands;
      if (stands) {
        setText(place, positionText(stands));
        setText(by, position ? ` by ${position.by}` : " not scored");
        setAttribute(place, "aria-label", `${stands.rank} of ${stands.of}`);
        previous.setEnabled(stands.rank > 1 || unscored?.follows === true);
        next.setEnabled(stands.rank < stands.of || position?.leadsOn === true);
      }
      picture.hidden = !pair;
      end.hidden = !pair;
      const known = pair?.layers ?? layers;
      layer.setValue(known.includes(state.layer) ? state.layer : "errors");
      dial.hidden = !known.includes("probability");
      for (const other of otherLayers) layer.setShown(other, state.pair?.uris.other !== undefined);
      for (const id of ownLayers) {
        layer.setEnabled(id, (id !== "image" || pair?.hasImage) === true && known.includes(id));
      }
      const hasImage = pair?.hasImage ?? false;
      menu.show(state, hasImage, known);
      view.setValue(state.arrangement);
      base.setPressed(state.looks.image.shown && hasImage);
      base.setEnabled(hasImage);
      lock.setPressed(state.locked);
      filmstrip.setPressed(state.filmstrip);
      opacity.setValue(state.looks[state.layer].opacity);
      // What nothing lies under is opaque.
      const isOver = hasUnder(state, hasImage);
      opacity.setEnabled(isOver);
      setAttribute(opacityGroup, "data-off", isOver ? null : "");
      threshold.setValue(state.threshold);
      // Its place stays: a slider must not move under the pointer that drags it.
      const host = state.host?.threshold ?? state.threshold;
      resetThreshold.element.classList.toggle("unused", host === state.threshold);
      setAttribute(resetThreshold.element, "aria-label", `Reset Threshold to ${host}`);
      setTitle(resetThreshold.element, `Reset Threshold to ${host}`);
    },
  };
}

/** Whether something lies under the layer chosen last. */
function hasUnder({ layer, looks }: State, hasImage: boolean): boolean {
  const shown = shownLayers(looks);
  return layer === "image"
    ? hasImage
    : (hasImage && looks.image.shown) || shown.filter((other) => other !== "image")[0] !== layer;
}
