import { countsAbove, type ObjectCounts, type ObjectMatches } from "../objects/match.js";
import { type NumberParameter, threshold } from "../parameters.js";
import { defineScore, ratio, type Score, type ScoreFacts } from "../score.js";
import { sweep } from "./thresholds.js";

type Facts = Pick<ScoreFacts, "id" | "title" | "formula" | "empty"> &
  Partial<Pick<ScoreFacts, "source" | "better" | "range">>;

const source = "objects are 8-connected components of truth and of p > t, matched at IoU > 1/2 (strict; unique)";
const neither = "undefined where neither mask has an object";

/** The IoU above which two objects count as the same. From 1/2 on the matching is unique. */
const matchIou: NumberParameter = {
  kind: "number",
  title: "IoU above which objects match",
  default: 0.5,
  minimum: 0.5,
  maximum: 0.99,
  step: 0.01,
};

const common = { group: "objects", source, better: "higher", range: [0, 1], family: "objects" } as const;
const pixelThreshold: NumberParameter = { ...threshold, fromPixels: true };

const ofMatches = (facts: Facts, of: (matches: ObjectMatches) => number | null): Score =>
  defineScore({
    ...common,
    ...facts,
    parameters: { threshold: pixelThreshold },
    value: ({ objects }) => (objects ? of(objects) : null),
    ofObjects: ({ objects }) => of(objects),
  });

const ofCounts = (facts: Facts, of: (counts: ObjectCounts) => number | null): Score =>
  defineScore({
    ...common,
    ...facts,
    parameters: { threshold: pixelThreshold, iou: matchIou },
    value: ({ objects }, { iou }) => (objects ? of(countsAbove(objects, iou)) : null),
    ofObjects: ({ objects }, { iou }) => of(countsAbove(objects, iou)),
  });

const count = (id: string, title: string, formula: string, of: (matches: ObjectMatches) => number): Score =>
  ofMatches({ id, title, formula, better: "lower", range: [0, Number.POSITIVE_INFINITY], empty: "0" }, of);

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** Mean over IoU thresholds .50, .55 … .95 of TP / (TP + FP + FN). */
function averageOverIous(matches: ObjectMatches): number | null {
  if (matches.truth + matches.prediction === 0) return null;
  const scores = sweep.map((t) => {
    const { tp, fp, fn } = countsAbove(matches, t);
    return tp / (tp + fp + fn);
  });
  return scores.reduce((total, score) => total + score, 0) / sweep.length;
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
  ofMatches(
    {
      id: "pq",
      title: "Panoptic quality",
      formula: String.raw`\frac{\sum_{TP_o}\mathrm{IoU}}{TP_o+\frac12FP_o+\frac12FN_o}`,
      source: "Kirillov et al. 2019; panopticapi, one class",
      empty: neither,
    },
    ({ ious, truth, prediction }) => ratio(sum(ious), (truth + prediction) / 2),
  ),
  ofMatches(
    {
      id: "sq",
      title: "Segmentation quality",
      formula: String.raw`\frac{\sum_{TP_o}\mathrm{IoU}}{TP_o}`,
      source: "Kirillov et al. 2019; panopticapi, one class",
      empty: "undefined where no objects match",
    },
    ({ ious }) => ratio(sum(ious), ious.length),
  ),
  ofMatches(
    {
      id: "rq",
      title: "Recognition quality",
      formula: String.raw`\frac{TP_o}{TP_o+\frac12FP_o+\frac12FN_o}`,
      source: "Kirillov et al. 2019; panopticapi, one class",
      empty: neither,
    },
    ({ ious, truth, prediction }) => ratio(ious.length, (truth + prediction) / 2),
  ),
  count("objects_missed", "Missed objects", "FN_o", ({ truth, ious }) => truth - ious.length),
  count("objects_false", "False objects", "FP_o", ({ prediction, ious }) => prediction - ious.length),
  count(
    "objects_split",
    "Split objects",
    String.raw`\#\{t:\ \ge2\text{ predicted objects lie mostly in }t\}`,
    ({ split }) => split,
  ),
  count(
    "objects_merged",
    "Merged objects",
    String.raw`\#\{p:\ p\text{ holds most of }\ge2\text{ true objects}\}`,
    ({ merged }) => merged,
  ),
];
