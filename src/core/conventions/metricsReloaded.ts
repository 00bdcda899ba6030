import { greaterOf, meanDistance, meanOfMeans, percentile } from "../boundary/surfaceDistances.js";
import { pooled, type SurfaceTally } from "../boundary/surfaceTally.js";
import { brier } from "../metrics/calibration.js";
import { overlapMetrics } from "../metrics/overlap.js";
import { hardCounts } from "../sums.js";
import { withoutZero } from "./calibration.js";
import { asDefault, binary, boundary, type CallFacts, type Convention, over, pixelSize } from "./convention.js";
import { hardRates } from "./hardRates.js";
import { emptiness } from "./surfaces.js";

const pairwise = (measure: string, threshold: number, more = "") =>
  `PM((p > ${threshold}).astype(int), y.astype(int)${more}).${measure}()`;
const call = (measure: string) => (threshold: number) => pairwise(measure, threshold);

const pixdim = (call: CallFacts) => pixelSize(call, (size) => `, pixdim=[${size}]`);

/** One empty mask gives nan, two give 0. */
const distance = (measure: string, differs: string, of: (surfaces: SurfaceTally) => number | null, more = "") =>
  boundary({
    differs: `${differs}; 0 where both masks are empty, nan where one is.`,
    python: ({ threshold }, call) => pairwise(measure, threshold, `${more}${pixdim(call)}`),
    value: ({ surfaces }) => (emptiness(surfaces) === "both" ? 0 : (of(surfaces) ?? Number.NaN)),
  });

const percentileOf = (percent: number) => (surfaces: SurfaceTally) =>
  greaterOf(surfaces, (distances) => percentile(distances, percent));

const surfaceDiceAt = (tau: number) =>
  binary({
    parameters: { tolerance: tau },
    differs:
      "1 where both masks are empty; where one is, not 0: scipy's distance to an empty image is that to the pixel left above the corner.",
    python: ({ tolerance, threshold }, call) =>
      pairwise("normalised_surface_distance", threshold, `, dict_args={"nsd": ${tolerance}}${pixdim(call)}`),
    value: ({ boundary, peers }, { tolerance }) => {
      if (!boundary?.surfaces || !peers) return null;
      const { fromTruth, fromPrediction } = boundary.surfaces;
      let within = peers.cornerSquares.filter((square) => Math.sqrt(square) <= tolerance).length;
      let all = 0;
      for (const { squares, weights, unmatched } of [fromTruth, fromPrediction]) {
        all += unmatched + weights.reduce((sum, weight) => sum + weight, 0);
        within += weights.reduce((sum, weight, i) => sum + (Math.sqrt(squares[i]) <= tolerance ? weight : 0), 0);
      }
      return over(within, all, 1);
    },
  });

const [kappa] = overlapMetrics.filter(({ id }) => id === "kappa");
const hausdorff = "As the default";

export const metricsReloaded: Convention = {
  title: "MetricsReloaded",
  library: "MetricsReloaded cb38dfc",
  prelude: () => `from MetricsReloaded.metrics.calibration_measures import CalibrationMeasures
from MetricsReloaded.metrics.pairwise_measures import BinaryPairwiseMeasures as PM

two = np.stack([1 - p.ravel(), p.ravel()], axis=1)`,
  scores: {
    ...hardRates({
      count: hardCounts,
      empty: Number.NaN,
      differs: "0/0 is nan.",
      python: {
        iou: call("intersection_over_union"),
        recall: call("sensitivity"),
        specificity: call("specificity"),
        accuracy: call("accuracy"),
        fpr: call("false_positive_rate"),
      },
    }),
    ...hardRates({
      count: hardCounts,
      empty: 1,
      differs: "1 where both masks are empty.",
      python: {
        f1: call("dsc"),
        f2: (threshold) => pairwise("fbeta", threshold, ', dict_args={"beta": 2}'),
      },
    }),
    precision: [
      binary({
        differs: "nan where both masks are empty, 0 where only the prediction is.",
        python: ({ threshold }) => pairwise("positive_predictive_value", threshold),
        value: ({ pixels }, { threshold }) => {
          const { tp, fp, fn } = hardCounts(pixels, threshold);
          return over(tp, tp + fp, fn === 0 ? Number.NaN : 0);
        },
      }),
    ],
    npv: [
      binary({
        differs: "nan where both masks are full, 0 where only the prediction is.",
        python: ({ threshold }) => pairwise("negative_predictive_value", threshold),
        value: ({ pixels }, { threshold }) => {
          const { tn, fp, fn } = hardCounts(pixels, threshold);
          return over(tn, tn + fn, fp === 0 ? Number.NaN : 0);
        },
      }),
    ],
    balanced_accuracy: [
      binary({
        differs: "nan where the truth has one class only.",
        python: ({ threshold }) => pairwise("balanced_accuracy", threshold),
        value: ({ pixels }, { threshold }) => {
          const { tp, fp, fn, tn } = hardCounts(pixels, threshold);
          return 0.5 * (tp / (tp + fn)) + 0.5 * (tn / (tn + fp));
        },
      }),
    ],
    kappa: [
      asDefault(kappa, {
        differs: "As the default; 0/0 is nan.",
        python: ({ threshold }) => pairwise("cohens_kappa", threshold),
      }),
    ],
    mcc: [
      binary({
        differs: "nan where a margin is empty.",
        python: ({ threshold }) => pairwise("matthews_correlation_coefficient", threshold),
        value: ({ pixels }, { threshold }) => {
          const { tp, fp, fn, tn } = hardCounts(pixels, threshold);
          return (tp * tn - fp * fn) / (Math.sqrt((tp + fp) * (tn + fn)) * Math.sqrt((tp + fn) * (tn + fp)));
        },
      }),
    ],
    brier: [
      binary({
        differs: "Sums both classes: twice the usual score.",
        python: "CalibrationMeasures(two, y.ravel()).brier_score()",
        value: (evidence) => 2 * (brier.evaluate(evidence) ?? Number.NaN),
      }),
    ],
    ece15: [
      binary({
        differs:
          "Bins (l, u] drop all pixels of p = 0, and the sum is divided by what is left: nan where nothing is predicted.",
        python: 'CalibrationMeasures(p.ravel(), y.ravel(), dict_args={"bins_ece": 15}).expected_calibration_error()',
        value: ({ pixels }) => withoutZero(pixels, 15),
      }),
    ],
    boundary_iou: [
      binary({
        differs:
          "The band holds the pixels nearer than d to an edge pixel, a disc instead of a square; 1 where both masks are empty.",
        python: ({ threshold }) =>
          pairwise(
            "boundary_iou",
            threshold,
            ', dict_args={"boundary_dist": max(1, round(0.02 * np.hypot(*y.shape)))}',
          ),
        value: ({ peers }) =>
          peers ? over(peers.discs.both, peers.discs.truth + peers.discs.prediction - peers.discs.both, 1) : null,
      }),
    ],
    hd: [distance("measured_hausdorff_distance", hausdorff, percentileOf(100))],
    hd95: [distance("measured_hausdorff_distance_perc", hausdorff, percentileOf(95), ', dict_args={"hd_perc": 95}')],
    assd: [distance("measured_average_distance", hausdorff, (surfaces) => meanDistance(pooled(surfaces)))],
    masd: [distance("measured_masd", hausdorff, meanOfMeans)],
    nsd1: [surfaceDiceAt(1)],
    nsd2: [surfaceDiceAt(2)],
  },
};
