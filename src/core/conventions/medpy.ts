import { greaterOf, meanDistance, percentile } from "../boundary/surfaceDistances.js";
import { pooled, type SurfaceTally } from "../boundary/surfaceTally.js";
import { hardCounts } from "../sums.js";
import { boundary, type Convention, pixelSize } from "./convention.js";
import { hardRates } from "./hardRates.js";
import { emptiness } from "./surfaces.js";

const call =
  (name: string, more = "") =>
  (threshold: number) =>
    `binary.${name}(p > ${threshold}, y${more})`;

const distance = (name: string, differs: string, of: (surfaces: SurfaceTally) => number | null) =>
  boundary({
    differs: `${differs}; raises a RuntimeError where a mask is empty.`,
    python: ({ threshold }, facts) =>
      call(
        name,
        pixelSize(facts, (size) => `, voxelspacing=(${size})`),
      )(threshold),
    value: ({ surfaces }) => (emptiness(surfaces) === "neither" ? of(surfaces) : "raises"),
  });

const pooledPercentile = (surfaces: SurfaceTally) => percentile(pooled(surfaces), 95);

export const medpy: Convention = {
  title: "medpy",
  library: "medpy d6abf41",
  prelude: () => "from medpy.metric import binary",
  scores: {
    ...hardRates({
      count: hardCounts,
      empty: 1,
      differs: "1 where both masks are empty.",
      python: { iou: call("jc"), f1: call("dc") },
    }),
    ...hardRates({
      count: hardCounts,
      empty: 0,
      differs: "0/0 is 0.",
      python: { precision: call("precision"), recall: call("recall"), specificity: call("specificity") },
    }),
    hd: [
      distance("hd", "As the default", (surfaces) => greaterOf(surfaces, (distances) => percentile(distances, 100))),
    ],
    hd95: [distance("hd95", "One percentile of both directions in one list", pooledPercentile)],
    hd95_pooled: [distance("hd95", "As the default", pooledPercentile)],
    assd: [distance("assd", "As the default", (surfaces) => meanDistance(pooled(surfaces)))],
  },
};
