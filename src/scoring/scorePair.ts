import { diagnose, type Finding, subjectOf } from "../core/diagnosis/index.js";
import { diagnoseLabels } from "../core/diagnosis/labels/index.js";
import { diagnoseObjects, objectSubject } from "../core/diagnosis/objects/index.js";
import { evaluate, gatherEvidence } from "../core/evaluate.js";
import type { Evidence } from "../core/evidence.js";
import { compactLabels, gatherLabels } from "../core/labels/evidence.js";
import { matchInstances } from "../core/objects/fromIds.js";
import { lendPixels } from "../core/pixels/memory.js";
import type { Settings } from "../core/settings.js";
import { timed } from "../core/timings.js";
import type { PairReading } from "../formats/interpret.js";
import { detailsOf } from "../report/details.js";
import type { Diagnosis, Row } from "../report/row.js";
import type { PairJob } from "./pairJob.js";
import { failedRow, readPair } from "./readPair.js";

/** Scores one pair. Never throws: a pair that cannot be scored is a row with the reason. */
export function scorePair(job: PairJob, settings: Settings): Row {
  try {
    return lendPixels(() => rowOf(job, settings));
  } catch (error) {
    return failedRow(job, error);
  }
}

/** It holds no pixels. */
function rowOf(job: PairJob, settings: Settings): Row {
  const reading = readPair(job, settings);
  const evidence = evidenceOf(reading, settings);
  const { truth, readAs, notes, kind } = reading;
  return {
    status: "scored",
    name: job.name,
    prediction: job.prediction,
    truth: job.truth,
    width: truth.width,
    height: truth.height,
    kind,
    readAs,
    notes,
    evidence: evidence.kind === "labels" ? compactLabels(evidence) : evidence,
    scores: timed("scores", () => evaluate(evidence, settings)),
    ...detailsOf(evidence, settings),
    ...(settings.diagnose && { diagnosis: diagnosisOf(reading, evidence, settings) }),
  };
}

function diagnosisOf(reading: PairReading, evidence: Evidence, { threshold }: Settings): Diagnosis {
  return findingsOf(reading, evidence, threshold).map(({ id, severity, title, sentence, evidence }) => ({
    id,
    severity,
    title,
    sentence,
    evidence,
  }));
}

function findingsOf(reading: PairReading, evidence: Evidence, threshold: number): Finding[] {
  if (reading.kind === "binary") {
    return diagnose(subjectOf(reading.truth, reading.prediction, threshold, reading.grays));
  }
  if (reading.kind === "objects") {
    return diagnoseObjects(objectSubject(reading.truth, reading.prediction, reading.ignore));
  }
  return evidence.kind === "labels" ? diagnoseLabels({ ...reading, confusion: evidence.confusion }) : [];
}

/** Reads the pixels of a pair, once: all that its scores need. */
export function evidenceOf(reading: PairReading, settings: Settings): Evidence {
  if (reading.kind === "binary") return gatherEvidence(reading.truth, reading.prediction, settings);
  if (reading.kind === "labels") return gatherLabels(reading);
  const { truth, prediction, ignore } = reading;
  const { width, height } = truth;
  return {
    kind: "objects",
    objects: matchInstances(truth.samples, prediction.samples, width, height, ignore),
  };
}
