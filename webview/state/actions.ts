import type { PageAction } from "../../src/protocol/actions.js";
import { arrangements, type Layer, layers, ownLayers } from "../../src/protocol/persisted.js";
import type { Share } from "../frame/share.js";
import type { Stage } from "../stage/stage.js";
import { editedOf } from "../whatIf/words.js";
import { type Action, dialsOf, type Settable, type State, viewOf } from "./state.js";

/** What the actions of the page work on. */
export interface ActionContext {
  readonly stage: Stage;
  /** The state now; null while no pair is shown whose pixels could be. */
  pair(): State | null;
  dispatch(action: Action): void;
  readonly share: Share;
  step(by: 1 | -1): void;
  chooseLayers(): void;
  stepError(by: 1 | -1): void;
  /** False when no confusion was lit. */
  unlight(): boolean;
  showKeys(): void;
}

const ZOOM_STEP = 1.5;
const THRESHOLD_STEP = 0.01;
/** CSS pixels. */
const PAN = 48;
const PROBE_FAR = 10;

/** Does what is asked. False where there was nothing to do. */
export type PageActions = Readonly<Record<PageAction, () => boolean>>;

export function createPageActions({
  stage,
  pair,
  share,
  dispatch,
  step,
  chooseLayers,
  stepError,
  unlight,
  showKeys,
}: ActionContext): PageActions {
  const onPair = (act: (state: State) => unknown) => () => {
    const state = pair();
    return state !== null && act(state) !== false;
  };
  const set = (change: (state: State) => Partial<Settable>) =>
    onPair((state) => dispatch({ do: "set", change: change(state) }));
  const show = (layer: Layer) => set(() => ({ layer }));
  const turnLayer = (by: 1 | -1) =>
    set(({ layer, pair: shown }) => {
      const all: readonly Layer[] = shown?.uris.other === undefined ? ownLayers : layers;
      return { layer: all[(all.indexOf(layer) + by + all.length) % all.length] };
    });
  const turnThreshold = (by: number) => set(({ threshold }) => ({ threshold: threshold + by }));
  const pan = (dx: number, dy: number) => onPair(() => stage.panBy(dx * PAN, dy * PAN));
  /** At the whole mask there is nowhere to pan to: arrows then turn the pages, as in any viewer of pictures. */
  const panOrStep = (by: 1 | -1) =>
    onPair(() => {
      if (!stage.panBy(-by * PAN, 0)) step(by);
    });
  const probe = (dx: number, dy: number) => onPair(() => stage.moveProbe(dx, dy));

  return {
    showErrors: show("errors"),
    showTruth: show("truth"),
    showPrediction: show("prediction"),
    showProbability: show("probability"),
    showWeight: show("weight"),
    showLoss: show("loss"),
    showImage: show("image"),
    showGradient: show("gradient"),
    showDistance: show("distance"),
    chooseLayers: onPair(chooseLayers),
    nextLayer: turnLayer(1),
    previousLayer: turnLayer(-1),
    toggleBase: onPair(({ looks }) => dispatch({ do: "look", layer: "image", change: { shown: !looks.image.shown } })),
    nextView: set(({ arrangement }) => ({
      arrangement: arrangements[(arrangements.indexOf(arrangement) + 1) % arrangements.length],
    })),
    toggleSideBySide: set(({ arrangement }) => ({ arrangement: arrangement === "single" ? "sideBySide" : "single" })),
    zoomToFit: set(() => ({ camera: null })),
    actualSize: onPair(() => stage.zoomTo(1)),
    zoomIn: onPair(() => stage.zoomBy(ZOOM_STEP)),
    zoomOut: onPair(() => stage.zoomBy(1 / ZOOM_STEP)),
    nextError: onPair(() => stepError(1)),
    previousError: onPair(() => stepError(-1)),
    panLeft: panOrStep(-1),
    panRight: panOrStep(1),
    panUp: pan(0, 1),
    panDown: pan(0, -1),
    thresholdDown: turnThreshold(-THRESHOLD_STEP),
    thresholdUp: turnThreshold(THRESHOLD_STEP),
    probeLeft: probe(-1, 0),
    probeRight: probe(1, 0),
    probeUp: probe(0, -1),
    probeDown: probe(0, 1),
    probeFarLeft: probe(-PROBE_FAR, 0),
    probeFarRight: probe(PROBE_FAR, 0),
    probeFarUp: probe(0, -PROBE_FAR),
    probeFarDown: probe(0, PROBE_FAR),
    toggleFilmstrip: set(({ filmstrip }) => ({ filmstrip: !filmstrip })),
    copyLink: onPair((state) => share.copyLink(viewOf(state))),
    savePicture: onPair(() => share.savePicture()),
    copyPicture: onPair(() => share.copyPicture()),
    copyRowAsCsv: onPair((state) => share.copyRow("csv", dialsOf(state), editedOf(state))),
    copyRowAsMarkdown: onPair((state) => share.copyRow("markdown", dialsOf(state), editedOf(state))),
    copyCommandLine: onPair((state) => share.copyCommandLine(dialsOf(state), editedOf(state))),
    leave: onPair(() => {
      if (stage.dropProbe() || unlight()) return true;
      if (document.activeElement === stage.canvas) return false;
      stage.canvas.focus();
      return true;
    }),
    showKeys() {
      showKeys();
      return true;
    },
  };
}
