import { hardCounts } from "../src/core/sums.js";
import { type BreakdownEvents, createBreakdown } from "./breakdown.js";
import { createCompareBar } from "./compareBar.js";
import { element, hidden, setAttribute } from "./dom.js";
import { errorsIn } from "./errorsIn.js";
import { createHeadline } from "./headline.js";
import { createLegend } from "./legend.js";
import { nameLabel } from "./name.js";
import { createPainter } from "./paint/painter.js";
import { layersOfPanes, paintPanes, shownLosses, titleOf } from "./pictures.js";
import { printed } from "./printed.js";
import { probeAt } from "./probe.js";
import { createReadout } from "./readout.js";
import { imageNotes, type Scene } from "./scene.js";
import { stageSentence } from "./sentences.js";
import { createSpeaker } from "./speaker.js";
import { createSplitter } from "./splitter.js";
import { createStage, type Stage } from "./stage.js";
import { type State, settingsOf } from "./state.js";
import { createTurns } from "./turns.js";
import type { Point } from "./viewport.js";
import { createBanner } from "./whatIf/banner.js";
import { textButton } from "./widgets.js";

export interface PairPaneEvents extends BreakdownEvents {
  openInspector(): void;
  /** The stage in one sentence, after each change. */
  say(sentence: string): void;
}

export interface PairPane {
  readonly element: HTMLElement;
  readonly stage: Stage;
  /** Stage and legend. */
  readonly picture: HTMLElement;
  /** Space is held, or let go: the other picture of a blink, else the image without layers. */
  hold(held: boolean): void;
  show(scene: Scene, state: State, failure: string | null): void;
}

/** A pair on the page: stage, legend, readout and breakdown; in the side bar only what fits there. */
export function createPairPane(layout: "panel" | "side", { openInspector, say, ...events }: PairPaneEvents): PairPane {
  const { dispatch } = events;
  const painter = createPainter();
  const legend = createLegend();
  const headline = createHeadline();
  const sideName = nameLabel("pair-name");
  let pixel: Point | null = null;
  let shown: { readonly scene: Scene; readonly state: State } | null = null;

  const stage = createStage({
    onCamera: (camera) => dispatch({ do: "set", change: { camera } }),
    onProbe(next) {
      pixel = next;
      showProbe();
    },
    onZoom: (zoom) => readout.showZoom(zoom),
    onSplit: (split) => dispatch({ do: "set", change: { split } }),
  });
  const breakdown = createBreakdown(stage, events);
  // The side view shows what the panel says already.
  const speaker = createSpeaker(
    (text) => setAttribute(stage.canvas, "aria-label", text),
    layout === "side" ? () => {} : say,
  );
  const banner = createBanner(dispatch);
  const turns = createTurns(stage.setTurn, () => showBar());
  const bar = createCompareBar({ dispatch, play: turns.toggle });
  const showBar = () => shown && bar.show(shown.state, turns.isPlaying);
  const readout = createReadout({
    zoomBy: stage.zoomBy,
    fit: () => dispatch({ do: "set", change: { camera: null } }),
    actualSize: () => stage.zoomTo(1),
    onUnfold: () => showProbe(),
  });

  const showProbe = () => {
    if (!shown) return;
    const { scene, state } = shown;
    const settings = settingsOf(state, scene.view);
    const probe = pixel && probeAt(scene, pixel, settings, scene.analyst.read(settings));
    readout.show(probe, state.layer === "gradient" ? state.gradient : state.loss);
  };

  const help = hidden(
    "Arrow keys pan when zoomed. Shift and arrow keys move a probe over the pixels; its numbers are below the picture.",
  );
  help.id = "stage-help";
  const picture = element("div", { class: "picture" }, bar.element, stage.element, help, legend.element);
  const pictureSide = element("div", { class: "picture-side" }, banner.element, picture, ...readout.elements);
  const splitter = createSplitter(pictureSide, breakdown.element, {
    onResize: (breakdownWidth) => dispatch({ do: "set", change: { breakdownWidth } }),
  });
  const root =
    layout === "side"
      ? element(
          "div",
          { class: "pair side" },
          sideName.element,
          headline.element,
          picture,
          textButton("Open in Inspector", openInspector, { testid: "open-inspector" }),
        )
      : element("div", { class: "pair" }, pictureSide, splitter.element, breakdown.element);

  return {
    element: root,
    stage,
    picture,
    hold(held) {
      if (shown?.state.arrangement === "blink") turns.hold(held);
      else stage.setPeek(held);
    },
    show(scene, state, failure) {
      shown = { scene, state };
      splitter.show(state.breakdownWidth);
      const { view } = scene;
      const settings = settingsOf(state, view);
      const readings = scene.analyst.read(settings);
      const counts = hardCounts(scene.evidence.pixels, state.threshold);
      const losses = shownLosses(state, scene, settings);
      const { panes, painted } = paintPanes(painter, scene, state, losses);
      const onStage = [...new Set(layersOfPanes(state).flat())].reverse();
      const iou = readings.find(({ score }) => score.id === "iou")?.value ?? null;
      const lossReading = readings.find(({ score }) => score.id === state.loss);
      const facts = {
        name: view.name,
        position: view.position,
        iou,
        showing: onStage.map((layer) => titleOf(layer, losses)).join(", "),
      };

      stage.show({
        mask: scene.size,
        panes,
        arrangement: state.arrangement,
        split: state.split,
        camera: state.camera,
        sentence: stageSentence({ ...facts, counts }),
        specks: [],
        print: printed(scene, state, losses),
        window: onStage.includes("weight") ? scene.gathered.kernel : null,
      });
      turns.setActive(state.arrangement === "blink");
      showBar();
      const { threshold } = state;
      speaker.show({ ...facts, size: scene.size, threshold, findErrors: () => errorsIn(scene, threshold) });
      legend.show({
        layers: onStage.map((layer) => ({
          layer,
          look: state.looks[layer],
          largest: painted.get(layer)?.largest ?? 0,
        })),
        counts,
        ignored: scene.ignored,
        threshold: state.threshold,
        weight: { minimum: scene.weight.minimum, maximum: scene.weight.maximum },
        kernel: scene.gathered.kernel,
        loss: losses.loss.tables && { title: losses.loss.title, value: lossReading?.value ?? null },
        gradient: losses.gradient.tables && { title: losses.gradient.title },
        image: view.files.image ?? null,
      });
      if (layout === "side") {
        sideName.show(view.name);
        headline.show(readings);
        return;
      }
      banner.show(scene.gathered.edits);
      breakdown.show(
        { state, settings, readings, scene },
        {
          size: scene.size,
          area: { truth: counts.tp + counts.fn, counted: counts.tp + counts.fp + counts.fn + counts.tn },
        },
        [...view.notes, ...imageNotes(scene), ...(failure ? [failure] : [])],
      );
      showProbe();
    },
  };
}
