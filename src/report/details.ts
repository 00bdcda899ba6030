import type { BinaryEvidence, Evidence } from "../core/evidence.js";
import type { LabelClass } from "../core/labels/classes.js";
import { classCounts } from "../core/labels/confusion.js";
import { type PerClassId, perClass } from "../core/labels/scores.js";
import { type PerThreshold, perThreshold } from "../core/metrics/perThreshold.js";
import type { Settings } from "../core/settings.js";
import { softSums } from "../core/sums.js";

/** Foreground of a binary ground truth: one pixel of few weighs more in a mean of images than one of many. */
export interface TruthArea {
  /** Foreground pixels. */
  readonly pixels: number;
  /** Pixels that count: all but the ignored ones. */
  readonly counted: number;
}

/** What a pair has beside one number a score. */
export interface Details {
  /** Label and instance maps have none. */
  readonly truthArea?: TruthArea;
  /** What the indices of `perClass` and `confusion` stand for. */
  readonly classes?: readonly LabelClass[];
  readonly perClass?: Readonly<Record<PerClassId, ReadonlyArray<number | null>>>;
  /** Pixels; rows are truth, columns prediction. */
  readonly confusion?: ReadonlyArray<readonly number[]>;
  /** Pixels of each truth class whose predicted value is no class. */
  readonly unlabelled?: readonly number[];
  /** At .50, .55 … .95. */
  readonly perThreshold?: PerThreshold;
}

/** @param settings which scores were asked for, and the names of the classes. */
export function detailsOf(evidence: Evidence, { families, classes }: Settings): Details {
  if (evidence.kind === "labels") {
    if (!families.includes("pixel")) return {};
    const { ids, counts, unlabelled } = evidence.confusion;
    const ofClass = classCounts(evidence.confusion);
    return {
      classes: ids.map((id) => classes?.find((entry) => entry.id === id) ?? { id }),
      perClass: {
        iou: ofClass.map(perClass.iou),
        dice: ofClass.map(perClass.dice),
        precision: ofClass.map(perClass.precision),
        recall: ofClass.map(perClass.recall),
      },
      confusion: ids.map((_, row) => Array.from(counts.subarray(row * ids.length, (row + 1) * ids.length))),
      unlabelled: Array.from(unlabelled),
    };
  }
  const { iou, ...ofObjects } = perThreshold(evidence);
  const values: PerThreshold = {
    ...(families.includes("pixel") && iou && { iou }),
    ...(families.includes("objects") && ofObjects),
  };
  return {
    ...(evidence.kind === "binary" && { truthArea: areaOf(evidence) }),
    ...(Object.keys(values).length > 0 && { perThreshold: values }),
  };
}

function areaOf({ pixels }: BinaryEvidence): TruthArea {
  const sums = softSums(pixels);
  return { pixels: sums.truth, counted: sums.pixels };
}
