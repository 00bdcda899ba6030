import type { LabelMaps, ObjectMaps } from "../../src/core/maps/mapPair.js";
import { fates } from "../../src/core/objects/fates.js";
import { agreementLooks, agreements, RIGHT_OVER_IMAGE } from "../paint/agreement.js";
import type { Picture } from "../paint/picture.js";
import { PLAIN } from "../stage/hatch.js";
import type { AgreementId } from "../stage/palettes.js";
import { CLEAR, packRgb } from "../stage/palettes.js";
import { codePicture } from "./codePicture.js";
import { createPixelSampler, type PixelSampler } from "./sampler.js";

/** What two predictions make of the classes of the truth, pixel by pixel. */
export interface MapAgreement {
  /** One place in `agreements` a pixel; the place after the last where there is nothing to be right about. */
  readonly verdicts: Uint8Array;
  readonly counts: Readonly<Record<AgreementId, number>>;
  readonly sampler: PixelSampler;
}

/** A second prediction of instance maps. */
export type ObjectPrediction = Pick<ObjectMaps, "prediction" | "objects">;

const NOTHING = agreements.length;
const MATCHED = fates.indexOf("matched");
const placeOf = (id: AgreementId) => agreements.findIndex((own) => own.id === id);
const [BOTH, ONLY_A, ONLY_B, NEITHER] = (["bothRight", "onlyA", "onlyB", "bothWrong"] as const).map(placeOf);

/**
 * A prediction is right where it has the class of the truth.
 * @param a places in the classes of A; those of B are the prediction of the maps.
 * @param only looks at one class alone: whether it is there; where neither truth nor predictions have it is nothing.
 */
export function mapAgreement(maps: LabelMaps, a: LabelMaps["prediction"], only: number | null): MapAgreement {
  const { truth, prediction: b, classes } = maps;
  const verdicts = Uint8Array.from(truth, (own, i) => {
    const isRight = (places: LabelMaps["prediction"]) =>
      only === null ? places[i] === own : (places[i] === only) === (own === only);
    const isElsewhere = only !== null && own !== only && a[i] !== only && b[i] !== only;
    return own === classes.length || isElsewhere ? NOTHING : verdictOf(isRight(a), isRight(b));
  });
  return agreementFrom(maps, verdicts);
}

/**
 * A pixel of an object of the truth is right where the model found the object; one beside them, where it claims no object
 * that is not there. Where nobody claims any there is nothing to be right about.
 */
export function objectAgreement(maps: ObjectMaps, a: ObjectPrediction): MapAgreement {
  const { truth, prediction: b, objects } = maps;
  const sides = [
    [a.prediction, a.objects],
    [b, objects],
  ] as const;
  const verdicts = Uint8Array.from(truth, (own, i) => {
    if (own === 0 && sides.every(([prediction]) => prediction[i] === 0)) return NOTHING;
    const [inA, inB] = sides.map(([prediction, lists]) =>
      own > 0
        ? lists.truth.fates[own - 1] === MATCHED
        : prediction[i] === 0 || lists.prediction.fates[prediction[i] - 1] === MATCHED,
    );
    return verdictOf(inA, inB);
  });
  return agreementFrom(maps, verdicts);
}

/** How many objects of the truth both found, one of the two, or neither. */
export function foundObjects(
  a: ObjectMaps["objects"],
  b: ObjectMaps["objects"],
): Readonly<Record<AgreementId, number>> {
  const totals = new Uint32Array(NOTHING);
  for (const [i, fate] of b.truth.fates.entries()) totals[verdictOf(a.truth.fates[i] === MATCHED, fate === MATCHED)]++;
  return countsOf(totals);
}

const verdictOf = (inA: boolean, inB: boolean) => (inA ? (inB ? BOTH : ONLY_A) : inB ? ONLY_B : NEITHER);

const countsOf = (totals: Uint32Array) =>
  Object.fromEntries(agreements.map(({ id }, place) => [id, totals[place]])) as MapAgreement["counts"];

function agreementFrom(size: { readonly width: number; readonly height: number }, verdicts: Uint8Array): MapAgreement {
  const totals = new Uint32Array(NOTHING + 1);
  for (const verdict of verdicts) totals[verdict]++;
  const ranks = Uint8Array.of(...agreements.map(({ id }) => agreementLooks[id].rank), 0);
  return {
    verdicts,
    counts: countsOf(totals),
    sampler: createPixelSampler(size, verdicts, ranks),
  };
}

/** Hatched as well as coloured; over the source image what both have right steps back. */
export function mapAgreementPicture({ sampler }: MapAgreement, overImage: boolean): Picture {
  const looks = agreements.map(({ id }) => ({
    colour: packRgb(agreementLooks[id].colour, id === "bothRight" && overImage ? RIGHT_OVER_IMAGE : 255),
    hatch: agreementLooks[id].code,
  }));
  return codePicture(sampler, [...looks, { colour: CLEAR, hatch: PLAIN }]);
}
