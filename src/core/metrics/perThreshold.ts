import type { Evidence } from "../evidence.js";
import { countsAbove, type ObjectMatches } from "../objects/match.js";
import { ratio } from "../score.js";
import { hardCounts } from "../sums.js";
import type { Tally } from "../tally.js";
import { objectAccuracy } from "./objects.js";
import { sweep } from "./thresholds.js";

/** Values at .50, .55 … .95 by score id: of p for `iou`, of the objects' IoU for the others. */
export type PerThreshold = Readonly<Record<string, ReadonlyArray<number | null>>>;

/** The terms that `mean_iou` and `object_ap` average, and the object scores along the way; null where undefined. */
export function perThreshold(evidence: Evidence): PerThreshold {
  if (evidence.kind === "labels") return {};
  if (evidence.kind === "objects") return ofObjects(evidence.objects);
  return { ...ofPixels(evidence.pixels), ...(evidence.objects && ofObjects(evidence.objects)) };
}

function ofPixels(pixels: Tally): PerThreshold {
  return {
    iou: sweep.map((t) => {
      const { tp, fp, fn } = hardCounts(pixels, t);
      return ratio(tp, tp + fp + fn);
    }),
  };
}

function ofObjects(objects: ObjectMatches): PerThreshold {
  const counts = sweep.map((t) => countsAbove(objects, t));
  return {
    object_precision: counts.map(({ tp, fp }) => ratio(tp, tp + fp)),
    object_recall: counts.map(({ tp, fn }) => ratio(tp, tp + fn)),
    object_f1: counts.map(({ tp, fp, fn }) => ratio(2 * tp, 2 * tp + fp + fn)),
    object_f2: counts.map(({ tp, fp, fn }) => ratio(5 * tp, 5 * tp + 4 * fn + fp)),
    object_ap: counts.map(objectAccuracy),
  };
}
