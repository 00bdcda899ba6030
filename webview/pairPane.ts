import { scoreById } from "../src/core/catalogue.js";
import { hardCounts } from "../src/core/sums.js";
import { type BreakdownEvents, createBreakdown } from "./breakdown.js";
import { element, hidden } from "./dom.js";
import { createHeadline } from "./headline.js";
import { createLegend } from "./legend.js";
import { nameLabel } from "./name.js";
import { createPainter } from "./painter.js";
import { layersOnStage, paintPanes, shownLoss } from "./pictures.js";
import { probeAt } from "./probe.js";
import { createReadout } from "./readout.js";
import { imageNotes, type Scene } from "./scene.js";
import { layerTitles, stageSentence } from "./sentences.js";
import { createStage, type Stage } from "./stage.js";
import { type State, settingsOf } from "./state.js";
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
  });
  const breakdown = createBreakdown(stage, events);
  const banner = createBanner(dispatch);
  const readout = createReadout({
    zoomBy: stage.zoomBy,
    fit: () => dispatch({ do: "set", change: { camera: null } }),
    actualSize: () => stage.zoomTo(1),
  });

  const showProbe = () => {
    if (!shown) return;
    const { scene, state } = shown;
    const settings = settingsOf(state, scene.view);
    const loss = shownLoss(state, scene, settings);
    const reading = scene.analyst.read(settings).find(({ score }) => score.id === loss.id);
    readout.show(pixel && probeAt(scene, pixel, loss, reading?.value ?? null));
  };

  const help = hidden(
    "Arrow keys pan when zoomed. Shift and arrow keys move a probe over the pixels; its numbers are below the picture.",
  );
  help.id = "stage-help";
  const picture = element("div", { class: "picture" }, stage.element, help, legend.element);
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
      : element(
          "div",
          { class: "pair" },
          element("div", { class: "picture-side" }, banner.element, picture, readout.element),
          breakdown.element,
        );

  return {
    element: root,
    stage,
    picture,
    show(scene, state, failure) {
      shown = { scene, state };
      const { view } = scene;
      const settings = settingsOf(state, view);
      const readings = scene.analyst.read(settings);
      const counts = hardCounts(scene.evidence.pixels, state.threshold);
      const loss = shownLoss(state, scene, settings);
      const { panes, main } = paintPanes(painter, scene, state, loss);
      const iou = readings.find(({ score }) => score.id === "iou")?.value ?? null;
      const lossReading = readings.find(({ score }) => score.id === loss.id);
      const sentence = stageSentence({
        name: view.name,
        position: view.position,
        iou,
        counts,
        showing: layersOnStage(state)
          .map((layer) => (layer === "loss" ? `${loss.title} per pixel` : layerTitles[layer].toLowerCase()))
          .join(", "),
      });

      stage.show({ mask: scene.size, panes, camera: state.camera, sentence });
      say(sentence);
      legend.show({
        layer: state.layer,
        counts,
        ignored: scene.ignored,
        threshold: state.threshold,
        weight: { minimum: scene.weight.minimum, maximum: scene.weight.maximum },
        kernel: scene.gathered.kernel,
        loss: loss.tables && {
          title: loss.title,
          value: lossReading?.value ?? null,
          largest: main?.largest ?? 0,
          sharing: scoreById(loss.id).sharing,
        },
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
