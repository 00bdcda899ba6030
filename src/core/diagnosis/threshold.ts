import { bestThreshold, plainThreshold } from "../metrics/bestThreshold.js";
import { ratio } from "../score.js";
import { type Check, defineCheck } from "./check.js";
import { figure } from "./figures.js";
import type { Subject } from "./subject.js";

type Evidence = Readonly<Record<"now" | "iou" | "threshold" | "best", number>>;

function compare({ tally, counts: { tp, fp, fn }, threshold: now }: Subject): Evidence | null {
  const best = bestThreshold(tally);
  const iou = ratio(tp, tp + fp + fn);
  if (best === null || iou === null || best.iou < iou + 0.1) return null;
  return { now, iou, threshold: plainThreshold(tally, best.threshold), best: best.iou };
}

/** The mask is next to nothing, or next to everything, at this threshold: the rest follows from that. */
const isOff = ({ iou, best }: Evidence) => best >= iou + 0.3 && iou < best / 2;

const check = (id: string, explainsAll: boolean): Check =>
  defineCheck({
    id,
    explainsAll,
    severity: explainsAll ? "error" : "warning",
    title: "Threshold far from the best",
    look(subject) {
      const evidence = compare(subject);
      return evidence && isOff(evidence) === explainsAll ? evidence : null;
    },
    sentence: ({ now, iou, threshold, best }) =>
      `At ${figure(now)} the IoU is ${figure(iou)}; at ${figure(threshold)} it would be ${figure(best)}.`,
    threshold: ({ threshold }) => threshold,
  });

/** Another threshold would do much better. */
export const thresholdFar = check("threshold", false);

/** At another threshold it would be another mask altogether. */
export const thresholdOff = check("threshold_off", true);
