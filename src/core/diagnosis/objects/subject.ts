import type { Labels } from "../../objects/components.js";
import { fatesOf, type ObjectList } from "../../objects/fates.js";
import { labelsOfIds, storedIds } from "../../objects/fromIds.js";
import { type OverlapTable, overlapTable } from "../../objects/overlap.js";
import type { Raster, Samples } from "../../raster.js";
import type { Finding } from "../check.js";

export type Side = "truth" | "prediction";

/** Two instance maps to be looked at, and what became of their objects. */
export interface ObjectSubject {
  /** Object ids as the files have them. */
  readonly maps: Readonly<Record<Side, Raster>>;
  /** Their objects, numbered. */
  readonly labels: Readonly<Record<Side, Labels>>;
  /** The ids in the files, by number less one. */
  readonly ids: Readonly<Record<Side, Uint32Array>>;
  readonly table: OverlapTable;
  readonly lists: Readonly<Record<Side, ObjectList>>;
  /** How many pixels belong to no object because the truth leaves them out. */
  readonly ignored: number;
  /** What each object of the truth shares with its best partner (IoU), averaged; 0 without objects. */
  readonly meanIou: number;
  /** The same with other ids in the place of the predicted ones. */
  meanIouOf(prediction: Samples): number;
}

/** From this IoU on, strictly, an object has at most one partner. */
const MATCH = 0.5;

/** @param ignore truth value whose pixels belong to no object, or null. */
export function objectSubject(truth: Raster, prediction: Raster, ignore: number | null): ObjectSubject {
  const { width, height } = truth;
  const isIgnored = ignore === null ? null : Uint8Array.from(truth.samples, (id) => Number(id === ignore));
  const labelsOf = (samples: Samples) => labelsOfIds(samples, width, height, isIgnored);
  const labels = { truth: labelsOf(truth.samples), prediction: labelsOf(prediction.samples) };
  const table = overlapTable(labels.truth, labels.prediction);
  const lists = fatesOf(table, MATCH);
  return {
    maps: { truth, prediction },
    labels,
    ids: {
      truth: storedIds(labels.truth, truth.samples),
      prediction: storedIds(labels.prediction, prediction.samples),
    },
    table,
    lists,
    ignored: isIgnored?.reduce((sum, own) => sum + own, 0) ?? 0,
    meanIou: meanBest(lists.truth),
    meanIouOf: (samples) => meanIouOf(labels.truth, labelsOf(samples)),
  };
}

/** What each object of the truth shares with its best partner, averaged. */
export const meanIouOf = (truth: Labels, prediction: Labels): number =>
  meanBest(fatesOf(overlapTable(truth, prediction), MATCH).truth);

const meanBest = ({ ious }: ObjectList) =>
  ious.length === 0 ? 0 : ious.reduce((sum, iou) => sum + iou, 0) / ious.length;

/** One thing that a good colleague would notice; null where it is not so. */
export type ObjectCheck = (subject: ObjectSubject) => Finding | null;
