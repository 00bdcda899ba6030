import { findSpecks, type Speck } from "../../src/core/maps/specks.js";
import type { Sampler } from "../paint/sampler.js";
import { regionOf, tableOf } from "../paint/tables.js";
import type { Scene } from "./scene.js";

/** Once a slider rests: the search looks at every pixel. */
const REST = 120;

export interface SpeckFinder {
  /** The specks at a threshold as far as they are known; the others are looked for. */
  at(scene: Scene, threshold: number): readonly Speck[];
}

/** Finds the specks of a pair, and says when it has. */
export function createSpeckFinder(onFound: (scene: Scene) => void): SpeckFinder {
  let found: { readonly sampler: Sampler; readonly threshold: number; readonly specks: readonly Speck[] } | null = null;
  let wanted: { readonly sampler: Sampler; readonly threshold: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    at(scene, threshold) {
      const { sampler } = scene;
      if (found?.sampler === sampler && found.threshold === threshold) return found.specks;
      if (wanted?.sampler !== sampler || wanted.threshold !== threshold) {
        wanted = { sampler, threshold };
        clearTimeout(timer);
        timer = setTimeout(() => {
          found = { sampler, threshold, specks: specksOf(scene, threshold) };
          onFound(scene);
        }, REST);
      }
      // Those of another threshold would ring what is right.
      return [];
    },
  };
}

function specksOf({ sampler, evidence }: Scene, threshold: number): readonly Speck[] {
  const kinds = tableOf(evidence.pixels, (p, truth) => {
    const region = regionOf(p, truth, threshold);
    return { colour: 0, rank: 0, code: region === "fp" ? 1 : region === "fn" ? 2 : 0 };
  }).codes;
  return findSpecks(sampler.pixels, kinds.fill(0, 2 * sampler.size));
}
