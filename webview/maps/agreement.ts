import type { LabelMaps } from "../../src/core/maps/mapPair.js";
import { agreementLooks, agreements, RIGHT_OVER_IMAGE } from "../paint/agreement.js";
import type { Picture } from "../paint/picture.js";
import { hatchFor, PLAIN } from "../stage/hatch.js";
import type { AgreementId } from "../stage/palettes.js";
import { CLEAR, packRgb } from "../stage/palettes.js";
import { createPixelSampler, type PixelSampler } from "./sampler.js";

/** What two predictions make of the classes of the truth, pixel by pixel. */
export interface MapAgreement {
  /** One place in `agreements` a pixel; the place after the last where there is nothing to be right about. */
  readonly verdicts: Uint8Array;
  readonly counts: Readonly<Record<AgreementId, number>>;
  readonly sampler: PixelSampler;
}

const NOTHING = agreements.length;
const placeOf = (id: AgreementId) => agreements.findIndex((own) => own.id === id);
const [BOTH, ONLY_A, ONLY_B, NEITHER] = (["bothRight", "onlyA", "onlyB", "bothWrong"] as const).map(placeOf);

/**
 * A prediction is right where it has the class of the truth.
 * @param a places in the classes of A; those of B are the prediction of the maps.
 * @param only looks at one class alone: whether it is there; where neither truth nor predictions have it is nothing.
 */
export function mapAgreement(maps: LabelMaps, a: LabelMaps["prediction"], only: number | null): MapAgreement {
  const { truth, prediction: b, classes } = maps;
  const totals = new Uint32Array(NOTHING + 1);
  const verdicts = Uint8Array.from(truth, (own, i) => {
    const isRight = (places: LabelMaps["prediction"]) =>
      only === null ? places[i] === own : (places[i] === only) === (own === only);
    const isElsewhere = only !== null && own !== only && a[i] !== only && b[i] !== only;
    const [inA, inB] = [isRight(a), isRight(b)];
    const verdict = inA ? (inB ? BOTH : ONLY_A) : inB ? ONLY_B : NEITHER;
    const code = own === classes.length || isElsewhere ? NOTHING : verdict;
    totals[code]++;
    return code;
  });
  const ranks = [...agreements.map(({ id }) => agreementLooks[id].rank), 0];
  return {
    verdicts,
    counts: Object.fromEntries(agreements.map(({ id }, place) => [id, totals[place]])) as MapAgreement["counts"],
    sampler: createPixelSampler(
      maps,
      verdicts.map((verdict) => ranks[verdict]),
    ),
  };
}

/** Hatched as well as coloured; over the source image what both have right steps back. */
export function mapAgreementPicture({ verdicts, sampler }: MapAgreement, overImage: boolean): Picture {
  const colours = agreements.map(({ id }) =>
    packRgb(agreementLooks[id].colour, id === "bothRight" && overImage ? RIGHT_OVER_IMAGE : 255),
  );
  const codes = agreements.map(({ id }) => agreementLooks[id].code);
  return {
    paint(out, grid, ratio) {
      const pixels = sampler.pick(grid);
      const hatch = hatchFor(grid, ratio);
      for (let y = 0, i = 0; y < grid.height; y++) {
        for (let x = 0; x < grid.width; x++, i++) {
          const verdict = verdicts[pixels[i]];
          if (verdict === NOTHING) out[i] = CLEAR;
          else out[i] = codes[verdict] === PLAIN ? colours[verdict] : hatch(colours[verdict], codes[verdict], x, y);
        }
      }
    },
  };
}
