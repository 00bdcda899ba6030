import { type BandEvidence, tallyEdgeBand } from "../core/boundary/edgeBand.js";
import { UNIT_SPACING } from "../core/boundary/spacing.js";
import { scoreById } from "../core/catalogue.js";
import { diagnose, type Finding, subjectOf } from "../core/diagnosis/index.js";
import { gatherEvidence } from "../core/evaluate.js";
import type { BinaryEvidence } from "../core/evidence.js";
import type { DeflatedDistances, DeflatedPlane, DeflatedWeight } from "../core/maps/deflated.js";
import { distanceMaps } from "../core/maps/distances.js";
import { quantiseFinely } from "../core/maps/quantise.js";
import { hardMask } from "../core/objects/fromMask.js";
import { type RankedRegions, rankRegions } from "../core/regions/gains.js";
import { findRegions } from "../core/regions/list.js";
import { type ErrorSummary, summariseErrors } from "../core/regions/summary.js";
import type { Settings } from "../core/settings.js";
import { applyEdits, type Edit } from "../core/whatIf/edits.js";
import type { BinaryReading } from "../formats/interpret.js";
import { deflatePlane, deflateWeight, deflateWords } from "./deflate.js";
import { gatherReading } from "./gatherPair.js";
import { readPairOnce } from "./lastPair.js";
import type { PairJob } from "./pairJob.js";
import { failedRow } from "./readPair.js";

/** Every question is about a pair whose prediction was edited first; mostly not at all. */
export interface Question {
  readonly edits: readonly Edit[];
}

/** What can be asked of the pixels of a pair. */
export interface Studies {
  /** The regions of error, ranked by what a score would gain from their correction. */
  readonly regions: { readonly question: Question & { readonly score: string }; readonly answer: RankedRegions };
  /** How many there are, and the largest. */
  readonly errors: { readonly question: Question; readonly answer: ErrorSummary };
  /** What all scores are computed from. */
  readonly evidence: { readonly question: Question; readonly answer: BinaryEvidence };
  /** The part of the tallies that lies around the truth's boundary. */
  readonly band: { readonly question: Question; readonly answer: BandEvidence };
  /** By pixel, the distances that losses weigh it with. */
  readonly distances: { readonly question: Question; readonly answer: DeflatedDistances };
  /** What a good colleague would notice. */
  readonly diagnosis: { readonly question: Question; readonly answer: readonly Finding[] };
  /** All that is shown of the pair but its truth, which no edit changes. */
  readonly pair: { readonly question: Question; readonly answer: StudiedPair };
}

export interface StudiedPair {
  readonly evidence: BinaryEvidence;
  readonly weight: DeflatedWeight;
  readonly prediction: DeflatedPlane;
}

export type StudyName = keyof Studies;
export type QuestionOf<Name extends StudyName> = Studies[Name]["question"];
export type AnswerOf<Name extends StudyName> = Studies[Name]["answer"];

type Study<Name extends StudyName> = (
  reading: BinaryReading,
  settings: Settings,
  question: QuestionOf<Name>,
) => AnswerOf<Name>;

const studies: { readonly [Name in StudyName]: Study<Name> } = {
  regions({ truth, prediction }, settings, { score }) {
    const evidence = gatherEvidence(truth, prediction, { ...settings, families: ["pixel"] });
    const found = findRegions(truth, prediction, settings.threshold);
    return rankRegions(truth, prediction, found, evidence, scoreById(score), settings);
  },
  errors: ({ truth, prediction }, { threshold }) => summariseErrors(truth, hardMask(truth, prediction, threshold)),
  band: ({ truth, prediction }, { kernel }) => tallyEdgeBand(truth, prediction, kernel),
  evidence: ({ truth, prediction }, settings) => gatherEvidence(truth, prediction, settings),
  distances({ truth, prediction }, { spacing = UNIT_SPACING }) {
    const { signed, squared } = distanceMaps(truth, prediction, spacing);
    return { signed: deflateWords(quantiseFinely(signed)), squared: deflateWords(quantiseFinely(squared)) };
  },
  diagnosis: ({ truth, prediction, grays }, { threshold }) => diagnose(subjectOf(truth, prediction, threshold, grays)),
  pair(reading, settings) {
    const { evidence, weight, prediction } = gatherReading(reading, settings);
    return { evidence, weight: deflateWeight(weight), prediction: deflatePlane(prediction) };
  },
};

/**
 * Reads a pair, edits its prediction, and answers. Synchronous: it runs in a worker.
 * @throws Error that says why the pair cannot be read, and what to do.
 */
export function study<Name extends StudyName>(
  name: Name,
  job: PairJob,
  settings: Settings,
  question: QuestionOf<Name>,
): AnswerOf<Name> {
  const reading = read(job, settings);
  const prediction = applyEdits(reading.truth, reading.prediction, question.edits);
  const answer: Study<Name> = studies[name];
  return answer({ ...reading, prediction }, settings, question);
}

function read(job: PairJob, settings: Settings): BinaryReading {
  try {
    return readPairOnce(job, settings);
  } catch (error) {
    const { reason, remedy } = failedRow(job, error);
    throw new Error(`${reason} ${remedy}`);
  }
}
