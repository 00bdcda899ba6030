import type { Region } from "../../src/core/regions/list.js";
import { hardCounts } from "../../src/core/sums.js";
import { type BreakdownEvents, createBreakdown } from "../breakdown/breakdown.js";
import { questionOf } from "../breakdown/question.js";
import { otherCounts } from "../paint/agreement.js";
import { createPainter } from "../paint/painter.js";
import { outlineOf, regionBlob } from "../regions/outline.js";
import { createDistanceFinder, needsDistances } from "../stage/distanceMaps.js";
import { createErrorWalk } from "../stage/errorWalk.js";
import { paintPanes } from "../stage/panes.js";
import { binaryLayers, shownLosses } from "../stage/pictures.js";
import { positives } from "../stage/positives.js";
import { printed } from "../stage/printed.js";
import { probeAt } from "../stage/probe.js";
import { imageNotes, type Scene } from "../stage/scene.js";
import { createSpeckFinder } from "../stage/specks.js";
import type { StageColumn } from "../stage/stageColumn.js";
import { isCameraMove } from "../state/cameraMove.js";
import { fittingLook, shownLayers } from "../state/looks.js";
import { type State, settingsOf } from "../state/state.js";
import { setAttribute } from "../ui/dom.js";
import { createBanner } from "../whatIf/banner.js";
import type { Headline } from "./headline.js";
import { stageSentence } from "./sentences.js";
import { createSpeaker } from "./speaker.js";

export interface MaskFaceEvents extends BreakdownEvents {
  /** The stage in one sentence, after each change. */
  say(sentence: string): void;
}

/** A pair of binary masks on the stage, and the breakdown beside it. */
export interface MaskFace {
  readonly side: HTMLElement;
  readonly banner: HTMLElement;
  show(scene: Scene, state: State, failure: string | null): void;
  showProbe(): void;
  /** Zooms to the next or the previous region of error. */
  stepError(by: 1 | -1): void;
}

interface Shown {
  readonly scene: Scene;
  readonly state: State;
  readonly failure: string | null;
}

/** @param headline shows the headline numbers where there is no breakdown, in the side bar; null where there is one. */
export function createMaskFace(
  { stage, legend, readout, ...column }: StageColumn,
  pixel: () => StageColumn["pixel"],
  headline: Headline | null,
  { say, ...events }: MaskFaceEvents,
): MaskFace {
  const painter = createPainter();
  const breakdown = createBreakdown(stage, events);
  const banner = createBanner(events.dispatch);
  let shown: Shown | null = null;
  /** What the stage shows of it; null: something was found since. */
  let staged: Parameters<StageColumn["show"]>[0] | null = null;
  // The side view shows what the panel says already.
  const speaker = createSpeaker((text) => setAttribute(stage.canvas, "aria-label", text), headline ? () => {} : say);
  const specks = createSpeckFinder((scene) => {
    if (shown?.scene.sampler === scene.sampler) showAgain();
  });
  const distances = createDistanceFinder(events.remote.distances, showAgain);
  const walk = createErrorWalk({ remote: events.remote, goTo, say });

  function showAgain() {
    staged = null;
    if (shown) face.show(shown.scene, shown.state, shown.failure);
  }

  function goTo({ first, box }: Region) {
    if (!shown) return;
    const { scene, state } = shown;
    stage.mark(outlineOf(regionBlob(scene.view.pixels, positives(scene, state.threshold), first, box)));
    stage.flyTo(box);
  }

  const face: MaskFace = {
    side: breakdown.element,
    banner: banner.element,
    stepError(by) {
      if (shown) walk.step(shown, by).catch((error: unknown) => say(String(error)));
    },
    showProbe() {
      if (!shown || shown.scene.isSketch) return;
      const { scene, state } = shown;
      const settings = settingsOf(state, scene.view);
      const at = pixel();
      readout.show(
        at && probeAt(scene, at, settings, scene.analyst.read(settings)),
        state.layer === "gradient" ? state.gradient : state.loss,
        state.layer,
      );
    },
    show(scene, state, failure) {
      const isMove = shown?.scene === scene && shown.failure === failure && isCameraMove(shown.state, state);
      shown = { scene, state, failure };
      // Nothing else moves with the camera, which should move as smoothly as can be.
      if (isMove && staged) {
        column.show(staged, state);
        return;
      }
      const { view } = scene;
      const settings = settingsOf(state, view);
      const readings = scene.analyst.read(settings);
      const { gathered, weight } = scene;
      const computing = failure === null;
      const kernel = gathered?.kernel ?? state.kernel;
      const counts = hardCounts(scene.evidence.pixels, state.threshold);
      const losses = shownLosses(state, scene, settings);
      const found = needsDistances(shownLayers(state.looks), state) ? distances.at(scene, state) : null;
      const measured = typeof found === "string" ? null : found;
      const source = binaryLayers(painter, { scene, state, losses, distances: found, computing });
      const { panes, painted, onStage } = paintPanes(source, state);
      const ringed = onStage.includes("errors") && !scene.isSketch ? specks.at(scene, state.threshold) : [];
      const valueBy = (id: string) => readings.find(({ score }) => score.id === id)?.value ?? null;
      const { threshold } = state;
      const facts = {
        name: view.name,
        position: view.position,
        iou: valueBy("iou"),
        showing: onStage.map(source.titleOf).join(", "),
      };
      staged = {
        mask: scene.size,
        panes,
        sentence: stageSentence({ ...facts, counts }),
        // In the side bar rings would hide what they are around.
        specks: headline || !state.rings ? [] : ringed,
        print: printed(scene, state, losses, measured),
        window: onStage.includes("weight") ? kernel : null,
      };
      column.show(staged, state);
      const { edits, ...question } = questionOf({ state, scene });
      if (!scene.isSketch)
        speaker.show({
          ...facts,
          size: scene.size,
          threshold,
          // Of what is on the stage: edits that were only just asked for are not there yet.
          findErrors: () => events.remote.errors({ ...question, edits: gathered?.edits ?? [] }),
        });
      legend.show({
        layers: onStage.map((layer) => ({
          layer,
          look: fittingLook(layer, state.looks, state.loss),
          largest: painted.get(layer)?.largest ?? 0,
        })),
        counts,
        other: otherCounts(scene, state.threshold),
        ignored: scene.ignored,
        specks: headline ? 0 : ringed.length,
        rings: state.rings,
        threshold: state.threshold,
        computing: (computing && gathered === null) || found === "computing",
        weight: weight && { minimum: weight.minimum, maximum: weight.maximum },
        kernel,
        loss: losses.loss.tables && { title: losses.loss.title, value: valueBy(state.loss) },
        gradient: losses.gradient.tables && { title: losses.gradient.title },
        image: view.files.image ?? null,
      });
      if (scene.isSketch) {
        // The numbers come with the whole pair; until then those beside the picture are another's.
        readout.show(null, state.loss, state.layer);
        return;
      }
      if (headline) {
        headline.show(readings, computing);
        return;
      }
      banner.show(gathered?.edits ?? []);
      breakdown.show(
        { state, settings, readings, scene, computing },
        {
          size: scene.size,
          area: { truth: counts.tp + counts.fn, counted: counts.tp + counts.fp + counts.fn + counts.tn },
        },
        [...view.notes, ...imageNotes(scene), ...(failure ? [failure] : [])],
      );
      face.showProbe();
    },
  };
  return face;
}
