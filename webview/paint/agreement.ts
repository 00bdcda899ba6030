import { indexProbabilities } from "../../src/core/maps/levelIndex.js";
import { FOREGROUND, IGNORED } from "../../src/core/raster.js";
import { type HardCounts, hardCounts } from "../../src/core/sums.js";
import type { Tally } from "../../src/core/tally.js";
import type { TwoModels } from "../../src/protocol/pairView.js";
import { NEITHER, ONLY_A, ONLY_B, PLAIN } from "../stage/hatch.js";
import { type AgreementId, agreementColours, CLEAR, packRgb, type Rgb } from "../stage/palettes.js";
import type { Scene } from "../stage/scene.js";
import { jointPicture } from "./jointPicture.js";
import type { Picture } from "./picture.js";
import { createSampler, type Sampler } from "./sampler.js";
import { tableOfIndices } from "./tables.js";

/** In the order of the legend. */
export const agreements: ReadonlyArray<{ readonly id: AgreementId; readonly title: string }> = [
  { id: "bothRight", title: "Both right" },
  { id: "onlyA", title: "Only A right" },
  { id: "onlyB", title: "Only B right" },
  { id: "bothWrong", title: "Both wrong" },
];

/** Both predictions at a threshold, as one picture: of A and B, bit 1 and bit 0 of its index. */
export interface Agreement {
  readonly sampler: Sampler;
  readonly counts: Readonly<Record<AgreementId, number>>;
}

/** What the legend has to say of the second prediction. */
export interface OtherCounts extends TwoModels {
  readonly counts: HardCounts;
  readonly agreement: Agreement["counts"];
}

/** Of the last pair and threshold: a drag of the threshold asks for each many times. */
let latest: { readonly of: readonly unknown[]; readonly agreement: Agreement } | null = null;

/** Null without a second prediction. */
export function agreementOf({ view, sampler, evidence, other }: Scene, threshold: number): Agreement | null {
  if (!other) return null;
  const of = [other.sampler, sampler, threshold];
  if (latest?.of.every((input, i) => input === of[i])) return latest.agreement;
  const { truth } = view.pixels;
  const [inA, inB] = [hardTable(other.pixels, threshold), hardTable(evidence.pixels, threshold)];
  const [a, b] = [other.prediction, sampler.pixels.prediction];
  const prediction = new Uint8Array(truth.length);
  const counts = { bothRight: 0, onlyA: 0, onlyB: 0, bothWrong: 0 };
  for (let i = 0; i < truth.length; i++) {
    prediction[i] = (inA[a[i]] << 1) | inB[b[i]];
    if (truth[i] !== IGNORED) counts[verdictOf(prediction[i], truth[i])]++;
  }
  const agreement = { sampler: createSampler({ ...sampler.pixels, prediction }, 4), counts };
  latest = { of, agreement };
  return agreement;
}

export function otherCounts(scene: Scene, threshold: number): OtherCounts | null {
  const agreement = agreementOf(scene, threshold);
  if (!agreement || !scene.other) return null;
  const { name, own, pixels } = scene.other;
  return { name, own, counts: hardCounts(pixels, threshold), agreement: agreement.counts };
}

function hardTable(tally: Tally, threshold: number): Uint8Array {
  return Uint8Array.from(indexProbabilities(tally), (p) => (p > threshold ? 1 : 0));
}

/** @param index A in bit 1, B in bit 0. */
export function verdictOf(index: number, truth: number): AgreementId {
  const [isA, isB] = [index >> 1 === truth, (index & 1) === truth];
  if (isA) return isB ? "bothRight" : "onlyA";
  return isB ? "onlyB" : "bothWrong";
}

/** How each looks; of pixels that share one of the screen, the highest rank is shown. */
export const agreementLooks: Readonly<
  Record<AgreementId, { readonly colour: Rgb; readonly code: number; readonly rank: number }>
> = {
  bothRight: { colour: agreementColours.bothRight, code: PLAIN, rank: 1 },
  onlyA: { colour: agreementColours.onlyA, code: ONLY_A, rank: 2 },
  onlyB: { colour: agreementColours.onlyB, code: ONLY_B, rank: 2 },
  bothWrong: { colour: agreementColours.bothWrong, code: NEITHER, rank: 3 },
};

/** Over the source image what both have right steps back. */
export const RIGHT_OVER_IMAGE = 176;

/** Background that both have right is clear; where pixels share one of the screen, what is wrong is shown. */
export function agreementPicture({ sampler }: Agreement, overImage: boolean): Picture {
  const table = tableOfIndices([0, 1, 2, 3], (index, truth) => {
    const id = verdictOf(index, truth);
    const { colour, code, rank } = agreementLooks[id];
    if (id === "bothRight" && truth !== FOREGROUND) return { colour: CLEAR, rank: 0 };
    return { colour: packRgb(colour, id === "bothRight" && overImage ? RIGHT_OVER_IMAGE : 255), code, rank };
  });
  return jointPicture(sampler, table);
}
