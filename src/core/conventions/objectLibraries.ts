import { heaviestIous, largestMatching, type ObjectMatches } from "../objects/match.js";
import { arange } from "./arange.js";
import { type Convention, objects, over } from "./convention.js";

const SWEEP = "np.arange(0.5, 1, 0.05)";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** TP / (TP + FP + FN) where n objects match. */
const accuracy = ({ truth, prediction }: ObjectMatches, tp: number, empty: number) =>
  over(tp, truth + prediction - tp, empty);

const f = Math.fround;
/**
 * IoU as float32 against a threshold that numpy casts to float32: .75 matches at .7500000000000002. Below IoU 1/2 the
 * assignment is that of the most matches and, of these, of the largest sum of all IoU, those below the threshold too.
 */
function stardistMatches(matches: ObjectMatches, threshold: number): Float64Array {
  const isMatch = (iou: number) => f(iou) >= f(threshold);
  if (threshold >= 0.5) return largestMatching(matches, isMatch);
  const most = 2 * Math.min(matches.truth, matches.prediction);
  return heaviestIous(matches, (iou) => Number(isMatch(iou)) + iou / most).filter(isMatch);
}

const stardistRule = "Objects match at IoU >= t in float32; no objects at all give 0";

const stardistScore = (
  field: string,
  differs: string,
  of: (matches: ObjectMatches, ious: Float64Array) => readonly [number, number],
) =>
  objects({
    differs,
    python: ({ iou }) => `matching(y, p, thresh=${iou}).${field}`,
    value: (matches, iou) => {
      const [numerator, denominator] = of(matches, stardistMatches(matches, iou));
      return over(numerator, denominator, 0);
    },
  });

const total = (ious: Float64Array) => ious.reduce((sum, iou) => sum + iou, 0);

export const stardist: Convention = {
  title: "StarDist",
  library: "stardist 650d3a1",
  prelude: () => "from stardist.matching import matching",
  scores: {
    object_ap: [
      objects({
        differs: `${stardistRule}.`,
        python: `np.mean([matching(y, p, thresh=t).accuracy for t in ${SWEEP}])`,
        value: (matches) => mean(arange.map((t) => accuracy(matches, stardistMatches(matches, t).length, 0))),
      }),
    ],
    object_precision: [
      stardistScore("precision", `${stardistRule}.`, ({ prediction }, { length }) => [length, prediction]),
    ],
    object_recall: [stardistScore("recall", `${stardistRule}.`, ({ truth }, { length }) => [length, truth])],
    object_f1: [
      stardistScore("f1", `${stardistRule}.`, ({ truth, prediction }, { length }) => [2 * length, truth + prediction]),
    ],
    pq: [
      stardistScore("panoptic_quality", `${stardistRule}.`, ({ truth, prediction }, ious) => [
        total(ious),
        (truth + prediction) / 2,
      ]),
    ],
    sq: [stardistScore("mean_matched_score", `${stardistRule}.`, (_, ious) => [total(ious), ious.length])],
    rq: [
      stardistScore("f1", `${stardistRule}.`, ({ truth, prediction }, { length }) => [2 * length, truth + prediction]),
    ],
  },
};

export const cellpose: Convention = {
  title: "Cellpose",
  library: "cellpose 849ca11",
  prelude: () => "from cellpose.metrics import average_precision",
  scores: {
    object_ap: [
      objects({
        differs:
          "Objects match at IoU >= t in float64, where numpy.arange has drifted above .75: an IoU of exactly .75 does not match.",
        python: `average_precision([y], [p], threshold=${SWEEP})[0].mean()`,
        value: (matches) =>
          mean(arange.map((t) => accuracy(matches, matches.ious.filter((iou) => iou >= t).length, Number.NaN))),
      }),
    ],
  },
};

export const dsb2018: Convention = {
  title: "Data Science Bowl 2018",
  library: "the example metric of the 2018 Data Science Bowl (wcukierski)",
  prelude: () => `# the example metric, whose histograms need ids 0 … n without gaps
_, y = np.unique(y, return_inverse=True)
_, p = np.unique(p, return_inverse=True)
y, p = y.ravel(), p.ravel()
shared = np.histogram2d(y, p, bins=(y.max() + 1, p.max() + 1))[0]
union = np.bincount(y)[:, None] + np.bincount(p)[None] - shared
iou = (shared / union)[1:, 1:]

def score(t):
    tp = (iou > t).any(1).sum()
    return tp / (iou.shape[0] + iou.shape[1] - tp)`,
  scores: {
    object_ap: [
      objects({
        differs:
          "As the default: IoU > t, strictly; on ids with gaps the published code is wrong, so ids are closed up first.",
        python: `np.mean([score(t) for t in ${SWEEP}])`,
        value: (matches) =>
          mean(arange.map((t) => accuracy(matches, matches.ious.filter((iou) => iou > t).length, Number.NaN))),
      }),
    ],
  },
};

const forgiving =
  "Id 0 is void: its pixels leave the union, and a predicted object that lies mostly on it is not counted as false.";

const panoptic = (
  at: string,
  of: (sum: number, tp: number, falsePredictions: number, missed: number) => readonly [number, number],
) => {
  const value = (ious: Float64Array, prediction: number, truth: number) => {
    const [numerator, denominator] = of(total(ious), ious.length, prediction - ious.length, truth - ious.length);
    return over(numerator, denominator, 0);
  };
  return [
    objects({
      differs: forgiving,
      python: `pq("void")["${at}"]`,
      value: ({ truth, overVoid }) =>
        overVoid ? value(overVoid.ious, overVoid.ious.length + overVoid.falsePredictions, truth) : null,
    }),
    objects({
      name: "background as stuff",
      differs: "As the default at IoU > 1/2, which is fixed: background is a segment of its own, so nothing is void.",
      python: `pq("stuff")["${at}"]`,
      value: ({ ious, prediction, truth }) => value(ious, prediction, truth),
    }),
  ] as const;
};

export const panopticapi: Convention = {
  title: "panopticapi",
  library: "cocodataset/panopticapi 7bb4655",
  prelude: () => `import os, tempfile
from panopticapi.evaluation import pq_compute_single_core
from panopticapi.utils import id2rgb

def pq(background):
    """One category of things; the background is "void" (id 0) or a segment of stuff (id 1)."""
    shift = int(background == "stuff")
    folder, annotations = tempfile.mkdtemp(), []
    for name, ids in ("gt.png", y.astype(np.int64) + shift), ("pred.png", p.astype(np.int64) + shift):
        Image.fromarray(id2rgb(ids)).save(os.path.join(folder, name))
        segments = [{"id": int(i), "category_id": 2 if shift and i == 1 else 1, "iscrowd": 0, "area": int(n)}
                    for i, n in zip(*np.unique(ids, return_counts=True)) if i]
        annotations.append({"image_id": 0, "file_name": name, "segments_info": segments})
    categories = {1: {"id": 1, "isthing": 1}, 2: {"id": 2, "isthing": 0}}
    stat = pq_compute_single_core(0, [tuple(annotations)], folder, folder, categories)
    return stat.pq_average({1: categories[1]}, isthing=True)[0]`,
  scores: {
    pq: panoptic("pq", (sum, tp, fp, fn) => [sum, tp + fp / 2 + fn / 2]),
    sq: panoptic("sq", (sum, tp) => [sum, tp]),
    rq: panoptic("rq", (_, tp, fp, fn) => [tp, tp + fp / 2 + fn / 2]),
  },
};
