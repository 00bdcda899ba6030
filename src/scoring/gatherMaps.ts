import type { Finding } from "../core/diagnosis/index.js";
import { diagnoseLabels } from "../core/diagnosis/labels/index.js";
import { evaluate, type Scores } from "../core/evaluate.js";
import type { Evidence } from "../core/evidence.js";
import { classCounts } from "../core/labels/confusion.js";
import { gatherLabels } from "../core/labels/evidence.js";
import { classIndices } from "../core/labels/indices.js";
import { perClass } from "../core/labels/scores.js";
import type { LabelMaps, MapPair, NumberedObjects, ObjectMaps } from "../core/maps/mapPair.js";
import type { Labels } from "../core/objects/components.js";
import { fatesOf, type ObjectList } from "../core/objects/fates.js";
import { labelsOfIds } from "../core/objects/fromIds.js";
import { matchObjects } from "../core/objects/match.js";
import { overlapTable } from "../core/objects/overlap.js";
import type { Samples } from "../core/raster.js";
import type { Settings } from "../core/settings.js";
import type { LabelReading, ObjectReading } from "../formats/interpret.js";
import type { ReadAs } from "../report/row.js";

/** A pair of label or instance maps with its pixels, for the inspector. All arrays are owned. */
export interface GatheredMaps {
  readonly status: "maps";
  readonly maps: MapPair;
  /** The second prediction of the job, where it has one that can be read: places in the classes. Of label maps only. */
  readonly other?: { readonly prediction: LabelMaps["prediction"] };
  readonly scores: Scores;
  /** What a good colleague would notice; nothing of instance maps. */
  readonly diagnosis: readonly Finding[];
  readonly readAs: ReadAs;
  readonly notes: readonly string[];
}

/** From this IoU on, strictly, an object has at most one partner. */
const MATCH = 0.5;

export function gatherMaps(reading: LabelReading | ObjectReading, settings: Settings): GatheredMaps {
  const { readAs, notes } = reading;
  const { maps, evidence } = reading.kind === "labels" ? labelMaps(reading, settings) : objectMaps(reading);
  const diagnosis =
    reading.kind === "labels" && evidence.kind === "labels"
      ? diagnoseLabels({ ...reading, confusion: evidence.confusion })
      : [];
  return { status: "maps", maps, scores: evaluate(evidence, settings), diagnosis, readAs, notes };
}

function labelMaps(reading: LabelReading, settings: Settings): { maps: LabelMaps; evidence: Evidence } {
  const { truth, prediction, classes } = reading;
  const evidence = gatherLabels(reading);
  const ofClass = classCounts(evidence.confusion);
  const ids = classes.map(({ id }) => id);
  const maps: LabelMaps = {
    kind: "labels",
    width: truth.width,
    height: truth.height,
    truth: classIndices(truth.samples, ids),
    prediction: classIndices(prediction.samples, ids),
    classes: classes.map((own) => settings.classes?.find(({ id }) => id === own.id) ?? own),
    perClass: {
      iou: ofClass.map(perClass.iou),
      dice: ofClass.map(perClass.dice),
      precision: ofClass.map(perClass.precision),
      recall: ofClass.map(perClass.recall),
    },
    areas: ofClass.map(({ truth, prediction }) => ({ truth, prediction })),
  };
  return { maps, evidence };
}

function objectMaps({ truth, prediction, ignore }: ObjectReading): { maps: ObjectMaps; evidence: Evidence } {
  const { width, height } = truth;
  const ignored = ignore === null ? null : Uint8Array.from(truth.samples, (id) => Number(id === ignore));
  const [t, p] = [truth, prediction].map(({ samples }) => labelsOfIds(samples, width, height, ignored));
  const table = overlapTable(t, p);
  const lists = fatesOf(table, MATCH);
  const maps: ObjectMaps = {
    kind: "objects",
    width,
    height,
    truth: numbersOf(t),
    prediction: numbersOf(p),
    objects: {
      truth: withIds(lists.truth, t, truth.samples),
      prediction: withIds(lists.prediction, p, prediction.samples),
    },
  };
  return { maps, evidence: { kind: "objects", objects: matchObjects(table) } };
}

/** Ids are of 16 bits, so that their numbers are, too. */
function numbersOf({ ids, count }: Labels): Uint8Array | Uint16Array {
  return count < 1 << 8 ? Uint8Array.from(ids) : Uint16Array.from(ids);
}

function withIds(list: ObjectList, { ids, count }: Labels, samples: Samples): NumberedObjects {
  const stored = new Uint32Array(count);
  ids.forEach((number, i) => {
    if (number > 0) stored[number - 1] = samples[i];
  });
  return { ...list, ids: stored };
}
