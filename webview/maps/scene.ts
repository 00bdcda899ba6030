import { labelErrors, type MapError, mapErrors, objectErrors } from "../../src/core/maps/mapErrors.js";
import type { PairScores } from "../../src/protocol/pairView.js";
import type { SourceImage } from "../scene.js";
import { errorRanks } from "./pictures.js";
import { createPixelSampler, type PixelSampler } from "./sampler.js";

/** A pair of label or instance maps on the page. */
export interface MapScene {
  readonly view: PairScores;
  readonly image: SourceImage | null;
  /** All classes, or one that is looked at: its place. */
  compared(only: number | null): Compared;
}

/** The pixels of a pair, compared. */
export interface Compared {
  /** One place in `mapErrors` a pixel. */
  readonly errors: Uint8Array;
  readonly counts: Readonly<Record<MapError, number>>;
  readonly sampler: PixelSampler;
}

export function createMapScene(view: PairScores, image: SourceImage | null): MapScene {
  const { maps } = view;
  let last: { readonly only: number | null; readonly compared: Compared } | null = null;
  const all = compare(null);

  function compare(only: number | null): Compared {
    const { truth, prediction } = maps;
    const errors =
      maps.kind === "labels"
        ? labelErrors(truth, prediction, maps.classes.length, only)
        : objectErrors(truth, prediction, maps.objects);
    const totals = new Uint32Array(mapErrors.length);
    for (let i = 0; i < errors.length; i++) totals[errors[i]]++;
    return {
      errors,
      counts: Object.fromEntries(mapErrors.map((error, i) => [error, totals[i]])) as Compared["counts"],
      sampler: createPixelSampler(
        maps,
        errors.map((error) => errorRanks[error]),
      ),
    };
  }

  return {
    view,
    image,
    compared(only) {
      if (only === null) return all;
      if (last?.only !== only) last = { only, compared: compare(only) };
      return last.compared;
    },
  };
}
