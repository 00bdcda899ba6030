import { scoreById } from "../../src/core/catalogue.js";
import type { HostCalls, StudyQuestion } from "../../src/protocol/calls.js";
import type { Layer } from "../../src/protocol/persisted.js";
import type { Remote } from "../../src/protocol/rpc.js";
import { questionOf } from "../breakdown/question.js";
import { inflateDistances } from "../frame/inflate.js";
import type { State } from "../state/state.js";
import { createLatest } from "../ui/latest.js";
import type { Distances, Scene } from "./scene.js";

/** Whether a layer is painted from distances: they are measured when one is first seen, which takes longer than a frame. */
export function needsDistances(layers: readonly Layer[], { loss }: Pick<State, "loss">): boolean {
  return layers.includes("distance") || (layers.includes("loss") && scoreById(loss).reads === "distances");
}

export interface DistanceFinder {
  /** The distances of the pair as it is shown; where they are not known yet they are asked for. */
  at(scene: Scene, state: State): Distances | "computing" | "failed";
}

export function createDistanceFinder(
  call: Remote<HostCalls>["distances"],
  /** They are known, or cannot be. */
  onEnd: () => void,
): DistanceFinder {
  let found: { readonly key: string; readonly distances: Distances } | null = null;
  let isFailed = false;
  const asked = createLatest(async (question: StudyQuestion) => inflateDistances(await call(question)), {
    onAnswer(distances, question) {
      found = { key: JSON.stringify(question), distances };
      isFailed = false;
      onEnd();
    },
    onFailure() {
      isFailed = true;
      onEnd();
    },
  });
  let of: Scene["view"]["uris"] | null = null;
  return {
    at(scene, state) {
      if (of !== scene.view.uris) {
        // The same pair shown again is measured again: its files may be others.
        asked.cancel();
        found = null;
        isFailed = false;
        of = scene.view.uris;
      }
      const question = distanceQuestion(scene, state);
      asked.want(question);
      if (found?.key === JSON.stringify(question)) return found.distances;
      return isFailed ? "failed" : "computing";
    },
  };
}

/** Nothing that is turned on the page changes them but the edits that are on the stage. */
function distanceQuestion(scene: Scene, state: State): StudyQuestion {
  const { pair } = questionOf({ scene, state });
  const { threshold, kernel, preset } = scene.view.settings;
  return { pair, threshold, kernel, preset, overrides: {}, edits: scene.gathered?.edits ?? [] };
}
