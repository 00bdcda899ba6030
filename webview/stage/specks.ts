import { findSpecks, type Speck } from "../../src/core/maps/specks.js";
import type { Steps } from "../../src/core/steps.js";
import type { Sampler } from "../paint/sampler.js";
import { regionOf, tableOf } from "../paint/tables.js";
import { whenIdle } from "../ui/idle.js";
import type { Scene } from "./scene.js";

/** Once a slider rests, and then while nothing else is to do: the search looks at every pixel. */
const REST = 120;

/** What of a scene is searched. */
type Searched = Pick<Scene, "sampler"> & { readonly evidence: Pick<Scene["evidence"], "pixels"> };

export interface SpeckFinder {
  /** The specks at a threshold as far as they are known; the others are looked for. */
  at(scene: Searched, threshold: number): readonly Speck[];
}

/** Finds the specks of a pair, and says when it has. */
export function createSpeckFinder(onFound: (scene: Searched) => void): SpeckFinder {
  let found: { readonly sampler: Sampler; readonly threshold: number; readonly specks: readonly Speck[] } | null = null;
  let wanted: { readonly sampler: Sampler; readonly threshold: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drop = () => {};

  function* search(scene: Searched, threshold: number): Steps {
    const specks = yield* specksOf(scene, threshold);
    found = { sampler: scene.sampler, threshold, specks };
    onFound(scene);
  }

  return {
    at(scene, threshold) {
      const { sampler } = scene;
      if (found?.sampler === sampler && found.threshold === threshold) return found.specks;
      if (wanted?.sampler !== sampler || wanted.threshold !== threshold) {
        wanted = { sampler, threshold };
        clearTimeout(timer);
        drop();
        timer = setTimeout(() => {
          drop = whenIdle(search(scene, threshold));
        }, REST);
      }
      // Those of another threshold would ring what is right.
      return [];
    },
  };
}

function specksOf({ sampler, evidence }: Searched, threshold: number): Steps<readonly Speck[]> {
  const kinds = tableOf(evidence.pixels, (p, truth) => {
    const region = regionOf(p, truth, threshold);
    return { colour: 0, rank: 0, code: region === "fp" ? 1 : region === "fn" ? 2 : 0 };
  }).codes;
  return findSpecks(sampler.pixels, kinds.fill(0, 2 * sampler.size));
}
