import type { Action, State } from "../state/state.js";
import { element, hidden } from "../ui/dom.js";
import { type CompareBar, createCompareBar } from "./compareBar.js";
import { createLegend, type Legend } from "./legend.js";
import { createReadout, type Readout } from "./readout.js";
import { createStage, type Stage } from "./stage.js";
import type { StageContent } from "./stageFrame.js";
import { createTurns } from "./turns.js";
import type { Point } from "./viewport.js";

export interface StageColumnEvents {
  dispatch(action: Action): void;
  /** The pixel pointed at is another, or more is to be said of it. */
  onProbe(): void;
  nextError(): void;
}

/** The stage and what stands around it, whatever kind of pair it shows. */
export interface StageColumn {
  readonly stage: Stage;
  readonly legend: Legend;
  readonly readout: Readout;
  /** Compared pictures, stage and legend. */
  readonly picture: HTMLElement;
  /** The pixel pointed at. */
  readonly pixel: Point | null;
  show(content: Omit<StageContent, "arrangement" | "split" | "camera">, state: State): void;
  /** Space is held, or let go: the other picture of a blink, else the image without layers. */
  hold(held: boolean): void;
}

export function createStageColumn({ dispatch, onProbe, nextError }: StageColumnEvents): StageColumn {
  const legend = createLegend((rings) => dispatch({ do: "set", change: { rings } }));
  let pixel: Point | null = null;
  let shown: State | null = null;
  const stage = createStage({
    onCamera: (camera) => dispatch({ do: "set", change: { camera } }),
    onProbe(next) {
      pixel = next;
      onProbe();
    },
    onZoom: (zoom) => readout.showZoom(zoom),
    onSplit: (split) => dispatch({ do: "set", change: { split } }),
  });
  const readout = createReadout({
    zoomBy: stage.zoomBy,
    fit: () => dispatch({ do: "set", change: { camera: null } }),
    actualSize: () => stage.zoomTo(1),
    nextError,
    onUnfold: onProbe,
  });
  const turns = createTurns(stage.setTurn, () => showBar());
  const bar: CompareBar = createCompareBar({ dispatch, play: turns.toggle });
  const showBar = () => shown && bar.show(shown, turns.isPlaying);

  const help = hidden(
    "Arrow keys pan when zoomed. Shift and arrow keys move a probe over the pixels; its numbers are below the picture.",
  );
  help.id = "stage-help";

  return {
    stage,
    legend,
    readout,
    picture: element("div", { class: "picture" }, bar.element, stage.element, help, legend.element),
    get pixel() {
      return pixel;
    },
    show(content, state) {
      const { arrangement, split, camera } = state;
      shown = state;
      stage.show({ ...content, arrangement, split, camera });
      turns.setActive(arrangement === "blink");
      showBar();
    },
    hold(held) {
      if (shown?.arrangement === "blink") turns.hold(held);
      else stage.setPeek(held);
    },
  };
}
