import type { Confused } from "../../src/protocol/confusion.js";
import { createMapFace, type MapFaceEvents } from "../maps/face.js";
import type { MapScene } from "../maps/scene.js";
import type { Scene } from "../stage/scene.js";
import type { Stage } from "../stage/stage.js";
import { createStageColumn } from "../stage/stageColumn.js";
import type { State } from "../state/state.js";
import { element } from "../ui/dom.js";
import { nameLabel } from "../ui/name.js";
import { createSplitter } from "../ui/splitter.js";
import { textButton } from "../ui/widgets.js";
import { createHeadline } from "./headline.js";
import { createMaskFace, type MaskFaceEvents } from "./maskFace.js";
import { createOverlayNote } from "./overlayNote.js";

export interface PairPaneEvents extends MaskFaceEvents, Omit<MapFaceEvents, "copyPython" | "explain"> {
  openInspector(): void;
}

export interface PairPane {
  readonly element: HTMLElement;
  readonly stage: Stage;
  /** Stage and legend. */
  readonly picture: HTMLElement;
  /** Space is held, or let go. */
  hold(held: boolean): void;
  /** Lights the pixels of a confusion; null: none. */
  light(cell: Confused | null): void;
  /** Puts out what is lit. False when nothing was. */
  unlight(): boolean;
  /** Zooms to the next or the previous region of error; of binary masks only. */
  stepError(by: 1 | -1): void;
  show(scene: Scene, state: State, failure: string | null): void;
  showMaps(scene: MapScene, state: State): void;
}

/** A pair on the page: the stage, and beside it what kind of pair it is; in the side bar only what fits there. */
export function createPairPane(layout: "panel" | "side", { openInspector, ...events }: PairPaneEvents): PairPane {
  let isMaps = false;
  const column = createStageColumn({
    dispatch: events.dispatch,
    onProbe: () => (isMaps ? maps : masks).showProbe(),
    nextError: () => masks.stepError(1),
  });
  const pixel = () => column.pixel;
  const headline = createHeadline();
  const sideName = nameLabel("pair-name");
  const note = createOverlayNote();
  const masks = createMaskFace(column, pixel, layout === "side" ? headline : null, events);
  const maps = createMapFace(column, pixel, layout, events);
  const { picture, readout, stage } = column;
  const pictureSide = element("div", { class: "picture-side" }, masks.banner, picture, ...readout.elements);
  const sides = [masks, maps].map(({ side }) => ({
    side,
    splitter: createSplitter(pictureSide, side, {
      onResize: (breakdownWidth) => events.dispatch({ do: "set", change: { breakdownWidth } }),
    }),
  }));
  const root =
    layout === "side"
      ? element(
          "div",
          { class: "pair side" },
          element("div", { class: "side-head" }, sideName.element, note.element),
          headline.element,
          picture,
          textButton("Open in Inspector", openInspector, { testid: "open-inspector" }),
        )
      : element("div", { class: "pair" }, pictureSide);

  const turnTo = (kind: "masks" | "maps", name: string, { breakdownWidth }: State) => {
    isMaps = kind === "maps";
    if (layout === "side") {
      sideName.show(name);
      headline.element.hidden = note.element.hidden = isMaps;
      return;
    }
    const { side, splitter } = sides[isMaps ? 1 : 0];
    if (root.lastElementChild !== side) root.replaceChildren(pictureSide, splitter.element, side);
    splitter.show(breakdownWidth);
    masks.banner.hidden ||= isMaps;
  };

  return {
    element: root,
    stage,
    picture,
    hold: column.hold,
    light: maps.light,
    unlight: () => isMaps && maps.unlight(),
    stepError: (by) => {
      if (!isMaps) masks.stepError(by);
    },
    show(scene, state, failure) {
      turnTo("masks", scene.view.name, state);
      note.show(scene, state);
      masks.show(scene, state, failure);
    },
    showMaps(scene, state) {
      turnTo("maps", scene.view.name, state);
      maps.show(scene, state);
    },
  };
}
