import type { Confused } from "../../src/protocol/confusion.js";
import type { PairScores } from "../../src/protocol/pairView.js";
import type { Layer } from "../../src/protocol/persisted.js";
import { createScoresPane, type ScoresPaneEvents } from "../breakdown/scoresPane.js";
import { createOwnModel } from "../frame/ownModel.js";
import { mapSentence } from "../frame/sentences.js";
import { paintPanes } from "../stage/panes.js";
import type { StageColumn } from "../stage/stageColumn.js";
import type { Point } from "../stage/viewport.js";
import { isCameraMove } from "../state/cameraMove.js";
import type { Action, State } from "../state/state.js";
import { element } from "../ui/dom.js";
import { boxOfObject } from "./boxes.js";
import { mapFindings } from "./findings.js";
import { mapHeadline } from "./headline.js";
import { comparedEntries, errorEntries, litEntry } from "./legend.js";
import { type Lit, litPixels } from "./lit.js";
import { createMapPainter } from "./painter.js";
import { mapProbe } from "./probe.js";
import type { Compared, MapScene } from "./scene.js";
import { classTable, objectTable } from "./side.js";

export interface MapFaceEvents extends ScoresPaneEvents {
  dispatch(action: Action): void;
  say(sentence: string): void;
  /** The person has seen the confusion that is lit. */
  unlight(): void;
}

/** A pair of label or instance maps on the stage; beside it their classes or objects, and their scores. */
export interface MapFace {
  readonly side: HTMLElement;
  show(scene: MapScene, state: State): void;
  showProbe(): void;
  /** Lights the pixels of a confusion; null: none. */
  light(cell: Confused | null): void;
  /** Puts out what is lit. False when nothing was. */
  unlight(): boolean;
}

export function createMapFace(
  { stage, legend, readout, ...column }: StageColumn,
  pixel: () => StageColumn["pixel"],
  layout: "panel" | "side",
  { dispatch, say, unlight, ...events }: MapFaceEvents,
): MapFace {
  const painter = createMapPainter();
  const ownModel = createOwnModel();
  const scores = createScoresPane(layout, events);
  const side = element("section", { class: "breakdown", "aria-label": "Breakdown" });
  let shown: { readonly scene: MapScene; readonly state: State } | null = null;
  /** What the stage shows of it; null: another class or confusion is looked at since. */
  let staged: Parameters<StageColumn["show"]>[0] | null = null;
  let filled: PairScores | null = null;
  /** The class that is pointed at, else the one that was chosen. */
  let pointed: number | null = null;
  let chosen: number | null = null;

  let cell: Confused | null = null;
  let lit: { readonly of: readonly unknown[]; readonly pixels: Lit | null } = { of: [], pixels: null };

  const only = () => pointed ?? chosen;

  const litIn = ({ view }: MapScene): Lit | null => {
    const of = [view.maps, cell];
    if (of.some((input, i) => input !== lit.of[i])) lit = { of, pixels: cell && litPixels(view.maps, cell) };
    return lit.pixels;
  };

  const showAgain = () => {
    staged = null;
    if (shown) face.show(shown.scene, shown.state);
  };

  const putOut = () => {
    cell = null;
    unlight();
    showAgain();
  };

  const fill = ({ view }: MapScene) => {
    if (view === filled) return;
    // What a pair has to say stands at the top.
    if (filled?.uris.prediction !== view.uris.prediction) side.scrollTop = 0;
    filled = view;
    pointed = chosen = null;
    const table =
      view.maps.kind === "labels"
        ? classTable(view.maps, {
            look(place, isChosen) {
              if (isChosen) chosen = place;
              else pointed = place;
              showAgain();
            },
            flyTo: stage.flyTo,
          })
        : objectTable(view.maps, view.other?.objects ?? null, { look() {}, flyTo: stage.flyTo });
    const findings = mapFindings(view.diagnosis, {
      openTruth: () => events.openFile("truth"),
      showObject: (object) => stage.flyTo(boxOfObject(view.maps, object)),
      compare: (arrangement) =>
        dispatch({
          do: "set",
          change: { arrangement, ...(arrangement === "blink" && { sides: ["truth", "prediction"] }) },
        }),
    });
    ownModel.show(view.other ?? null);
    side.replaceChildren(ownModel.element, mapHeadline(view), ...(findings ? [findings] : []), table, scores(view));
  };

  const face: MapFace = {
    side,
    showProbe() {
      const at = pixel();
      if (shown) readout.showMap(at && mapProbe(shown.scene, at, only()));
    },
    light(next) {
      cell = next;
      staged = null;
    },
    unlight() {
      if (!cell) return false;
      putOut();
      return true;
    },
    show(scene, state) {
      const isMove = shown?.scene === scene && isCameraMove(shown.state, state);
      shown = { scene, state };
      // Nothing else moves with the camera, which should move as smoothly as can be.
      if (isMove && staged) {
        column.show(staged, state);
        return;
      }
      fill(scene);
      const { view } = scene;
      const { maps } = view;
      const source = painter.layers(scene, state, only());
      const { panes, onStage } = paintPanes(source, state);
      const compared = scene.compared(only());
      const pixels = litIn(scene);
      const showing = onStage.map(source.titleOf).join(", ");
      const sentence = `${mapSentence(view, compared.counts, showing)}${pixels ? `; lit: ${pixels.words}` : ""}`;
      staged = {
        // The same as long as the pair is: that tells a camera that moves from one that looks at something else.
        mask: maps,
        panes: pixels ? panes.map(pixels.over) : panes,
        sentence,
        specks: [],
        print: printedIds(scene, onStage[0] === "truth" ? "truth" : "prediction"),
        window: null,
      };
      column.show(staged, state);
      say(sentence);
      legend.showEntries(JSON.stringify([view.name, only(), onStage, pixels?.words]), () => [
        ...(pixels ? [litEntry(pixels, putOut)] : []),
        ...legendOf(scene, compared, onStage),
      ]);
      face.showProbe();
    },
  };
  return face;
}

function legendOf({ view }: MapScene, compared: Compared, onStage: readonly Layer[]): readonly Node[] {
  if (compared.other && view.other && onStage.some((layer) => layer === "agreement" || layer === "otherErrors"))
    return comparedEntries(compared, compared.other, view.other);
  return onStage.includes("errors") ? errorEntries(compared) : [];
}

/** The ids of the file, in pixels that are large enough. */
function printedIds({ view: { maps } }: MapScene, side: "truth" | "prediction"): (pixel: Point) => string {
  const ids = maps.kind === "labels" ? maps.classes.map(({ id }) => id) : [0, ...maps.objects[side].ids];
  return ({ x, y }) => String(ids[maps[side][y * maps.width + x]] ?? "·");
}
