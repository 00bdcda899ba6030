import { labelErrors, type MapError, mapErrors, objectErrors } from "../../src/core/maps/mapErrors.js";
import type { MapPair } from "../../src/core/maps/mapPair.js";
import type { PairScores } from "../../src/protocol/pairView.js";
import type { SourceImage } from "../stage/scene.js";
import { type MapAgreement, mapAgreement, objectAgreement } from "./agreement.js";
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
export interface Compared extends ComparedMaps {
  /** Where two models are compared: the errors of A, and where both are right. */
  readonly other: { readonly errors: ComparedMaps; readonly agreement: MapAgreement } | null;
}

/** A prediction against the truth. */
export interface ComparedMaps {
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
    const own = against(maps, only);
    const { other } = view;
    if (!other) return { ...own, other: null };
    const { prediction, objects } = other;
    if (maps.kind === "labels") {
      const agreement = mapAgreement(maps, prediction, only);
      return { ...own, other: { errors: against({ ...maps, prediction }, only), agreement } };
    }
    if (!objects) return { ...own, other: null };
    const agreement = objectAgreement(maps, { prediction, objects });
    return { ...own, other: { errors: against({ ...maps, prediction, objects }, only), agreement } };
  }

  function against(maps: MapPair, only: number | null): ComparedMaps {
    const { truth, prediction } = maps;
    const errors =
      maps.kind === "labels"
        ? labelErrors(truth, prediction, maps.classes.length, only)
        : objectErrors(truth, prediction, maps.objects);
    const totals = new Uint32Array(mapErrors.length);
    for (let i = 0; i < errors.length; i++) totals[errors[i]]++;
    return {
      errors,
      counts: Object.fromEntries(mapErrors.map((error, i) => [error, totals[i]])) as ComparedMaps["counts"],
      sampler: createPixelSampler(maps, errors, errorRanks),
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
