import { countsAbove, matchedIous, type ObjectCounts, type ObjectMatches } from "../objects/match.js";
import { type NumberParameter, threshold } from "../parameters.js";
import { defineScore, ratio, type Score, type ScoreFacts } from "../score.js";
import { sweep } from "./thresholds.js";

type Facts = Pick<ScoreFacts, "id" | "title" | "formula" | "empty"> &
  Partial<Pick<ScoreFacts, "source" | "better" | "range">>;

const source =
  "objects are ids of an instance map, or 8-connected components of truth and of p > t, matched at IoU > 1/2, strictly, where at most one partner fits; below 1/2, strictly too, as many as can be matched and then the largest sum of IoU, exactly";
const neither = "undefined where neither mask has an object";

/** The IoU above which two objects count as the same. From 1/2 on the matching is unique, below it the largest. */
const matchIou: NumberParameter = {
  kind: "number",
  title: "IoU above which objects match",
  default: 0.5,
  minimum: 0,
  maximum: 0.99,
  step: 0.01,
};

const common = {
  group: "objects",
  source,
  better: "higher",
  range: [0, 1],
  family: "objects",
  reads: "objects",
} as const;
const pixelThreshold: NumberParameter = { ...threshold, fromPixels: true };

const ofMatches = (facts: Facts, of: (matches: ObjectMatches) => number | null): Score =>
  defineScore({
    ...common,
    ...facts,
    parameters: { threshold: pixelThreshold },
    value: ({ objects }) => (objects ? of(objects) : null),
    ofObjects: ({ objects }) => of(objects),
  });

const atIou = (facts: Facts, of: (matches: ObjectMatches, iou: number) => number | null): Score =>
  defineScore({
    ...common,
    ...facts,
    parameters: { threshold: pixelThreshold, iou: matchIou },
    value: ({ objects }, { iou }) => (objects ? of(objects, iou) : null),
    ofObjects: ({ objects }, { iou }) => of(objects, iou),
  });

const ofCounts = (facts: Facts, of: (counts: ObjectCounts) => number | null): Score =>
  atIou(facts, (matches, iou) => of(countsAbove(matches, iou)));

const numberOf = { better: "lower", range: [0, Number.POSITIVE_INFINITY], empty: "0" } as const;

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** TP / (TP + FP + FN). */
export const objectAccuracy = ({ tp, fp, fn }: ObjectCounts) => ratio(tp, tp + fp + fn);

/** Mean over IoU thresholds .50, .55 … .95 of TP / (TP + FP + FN). */
function averageOverIous(matches: ObjectMatches): number | null {
  if (matches.truth + matches.prediction === 0) return null;
  return sweep.reduce((total, t) => total + (objectAccuracy(countsAbove(matches, t)) ?? 0), 0) / sweep.length;
}

/** Scores of objects, in the order shown on screen. */
export const objectScores: readonly Score[] = [
  ofCounts(
    {
      id: "object_precision",
      title: "Object precision",
      formula: String.raw`\frac{TP_o}{TP_o+FP_o}`,
      empty: "undefined where nothing is predicted",
    },
    ({ tp, fp }) => ratio(tp, tp + fp),
  ),
  ofCounts(
    {
      id: "object_recall",
      title: "Object recall",
      formula: String.raw`\frac{TP_o}{TP_o+FN_o}`,
      empty: "undefined where the truth has no object",
    },
    ({ tp, fn }) => ratio(tp, tp + fn),
  ),
  ofCounts(
    { id: "object_f1", title: "Object F1", formula: String.raw`\frac{2TP_o}{2TP_o+FP_o+FN_o}`, empty: neither },
    ({ tp, fp, fn }) => ratio(2 * tp, 2 * tp + fp + fn),
  ),
  ofCounts(
    { id: "object_f2", title: "Object F2", formula: String.raw`\frac{5TP_o}{5TP_o+4FN_o+FP_o}`, empty: neither },
    ({ tp, fp, fn }) => ratio(5 * tp, 5 * tp + 4 * fn + fp),
  ),
  ofMatches(
    {
      id: "object_ap",
      title: "Object AP (DSB2018)",
      formula: String.raw`\frac1{10}\sum_{t=.50,.55,\dots,.95}\frac{TP_o(t)}{TP_o(t)+FP_o(t)+FN_o(t)}`,
      source: "Data Science Bowl 2018: IoU > t, strictly",
      empty: neither,
    },
    averageOverIous,
  ),
  atIou(
    {
      id: "pq",
      title: "Panoptic quality",
      formula: String.raw`\frac{\sum_{TP_o}\mathrm{IoU}}{TP_o+\frac12FP_o+\frac12FN_o}`,
      source: "Kirillov et al. 2019; panopticapi, one class",
      empty: neither,
    },
    (matches, iou) => ratio(sum(matchedIous(matches, iou)), (matches.truth + matches.prediction) / 2),
  ),
  atIou(
    {
      id: "sq",
      title: "Segmentation quality",
      formula: String.raw`\frac{\sum_{TP_o}\mathrm{IoU}}{TP_o}`,
      source: "Kirillov et al. 2019; panopticapi, one class",
      empty: "undefined where no objects match",
    },
    (matches, iou) => {
      const ious = matchedIous(matches, iou);
      return ratio(sum(ious), ious.length);
    },
  ),
  atIou(
    {
      id: "rq",
      title: "Recognition quality",
      formula: String.raw`\frac{TP_o}{TP_o+\frac12FP_o+\frac12FN_o}`,
      source: "Kirillov et al. 2019; panopticapi, one class",
      empty: neither,
    },
    (matches, iou) => ratio(matchedIous(matches, iou).length, (matches.truth + matches.prediction) / 2),
  ),
  ofCounts({ id: "objects_missed", title: "Missed objects", formula: "FN_o", ...numberOf }, ({ fn }) => fn),
  ofCounts({ id: "objects_false", title: "False objects", formula: "FP_o", ...numberOf }, ({ fp }) => fp),
  ofMatches(
    {
      id: "objects_split",
      title: "Split objects",
      formula: String.raw`\#\{t:\ \ge2\text{ predicted objects lie mostly in }t\}`,
      ...numberOf,
    },
    ({ split }) => split,
  ),
  ofMatches(
    {
      id: "objects_merged",
      title: "Merged objects",
      formula: String.raw`\#\{p:\ p\text{ holds most of }\ge2\text{ true objects}\}`,
      ...numberOf,
    },
    ({ merged }) => merged,
  ),
];
