import type { Finding } from "../core/diagnosis/index.js";
import { diagnoseLabels } from "../core/diagnosis/labels/index.js";
import { diagnoseObjects, objectSubject } from "../core/diagnosis/objects/index.js";
import { evaluate, type Scores } from "../core/evaluate.js";
import type { Evidence } from "../core/evidence.js";
import { classCounts } from "../core/labels/confusion.js";
import { gatherLabels } from "../core/labels/evidence.js";
import { classIndices } from "../core/labels/indices.js";
import { perClass } from "../core/labels/scores.js";
import type { LabelMaps, MapPair, ObjectMaps } from "../core/maps/mapPair.js";
import type { Labels } from "../core/objects/components.js";
import { matchObjects } from "../core/objects/match.js";
import type { Settings } from "../core/settings.js";
import type { LabelReading, ObjectReading } from "../formats/interpret.js";
import type { ReadAs } from "../report/row.js";

/** A pair of label or instance maps with its pixels, for the inspector. All arrays are owned. */
export interface GatheredMaps {
  readonly status: "maps";
  readonly maps: MapPair;
  /** The second prediction of the job, where it has one that can be read: places in the classes, or numbers of objects. */
  readonly other?: OtherMap;
  readonly scores: Scores;
  /** What a good colleague would notice. */
  readonly diagnosis: readonly Finding[];
  readonly readAs: ReadAs;
  readonly notes: readonly string[];
}

/** A second prediction against the same truth. */
export interface OtherMap {
  readonly prediction: MapPair["prediction"];
  readonly scores: Scores;
  /** Of instance maps: what became of the objects of the truth, and of its own. */
  readonly objects?: ObjectMaps["objects"];
}

export function gatherMaps(reading: LabelReading | ObjectReading, settings: Settings): GatheredMaps {
  const { readAs, notes } = reading;
  const { maps, evidence, diagnosis } = reading.kind === "labels" ? labelMaps(reading, settings) : objectMaps(reading);
  return { status: "maps", maps, scores: evaluate(evidence, settings), diagnosis, readAs, notes };
}

/** @param ids of the classes of the pair that it is looked at beside. */
export function otherMap(reading: LabelReading | ObjectReading, ids: readonly number[], settings: Settings): OtherMap {
  if (reading.kind === "labels") {
    const scores = evaluate(gatherLabels(reading), settings);
    return { prediction: classIndices(reading.prediction.samples, ids), scores };
  }
  const { maps, evidence } = objectMaps(reading);
  return { prediction: maps.prediction, objects: maps.objects, scores: evaluate(evidence, settings) };
}

interface Looked {
  readonly maps: MapPair;
  readonly evidence: Evidence;
  readonly diagnosis: readonly Finding[];
}

function labelMaps(reading: LabelReading, settings: Settings): Looked {
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
  return { maps, evidence, diagnosis: diagnoseLabels({ ...reading, confusion: evidence.confusion }) };
}

function objectMaps({ truth, prediction, ignore }: ObjectReading): Looked & { readonly maps: ObjectMaps } {
  const { width, height } = truth;
  const subject = objectSubject(truth, prediction, ignore);
  const { labels, ids, lists } = subject;
  const maps: ObjectMaps = {
    kind: "objects",
    width,
    height,
    truth: numbersOf(labels.truth),
    prediction: numbersOf(labels.prediction),
    objects: {
      truth: { ...lists.truth, ids: ids.truth },
      prediction: { ...lists.prediction, ids: ids.prediction },
    },
  };
  const evidence: Evidence = { kind: "objects", objects: matchObjects(subject.table) };
  return { maps, evidence, diagnosis: diagnoseObjects(subject) };
}

/** Ids are of 16 bits, so that their numbers are, too. */
function numbersOf({ ids, count }: Labels): Uint8Array | Uint16Array {
  return count < 1 << 8 ? Uint8Array.from(ids) : Uint16Array.from(ids);
}
