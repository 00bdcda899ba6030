import type { Finding } from "../core/diagnosis/index.js";
import type { Scores } from "../core/evaluate.js";
import type { Evidence, EvidenceKind } from "../core/evidence.js";
import type { ConventionTable } from "./conventionTable.js";
import type { Details } from "./details.js";

/** How a mask was read, in words, by role. */
export interface ReadAs {
  readonly prediction: string;
  readonly truth: string;
}

/** A pair that was scored. Its pixels are gone; what its scores need of them is in `evidence`. */
export interface ScoredRow extends Details {
  readonly status: "scored";
  readonly name: string;
  readonly prediction: string;
  readonly truth: string;
  readonly width: number;
  readonly height: number;
  readonly kind: EvidenceKind;
  readonly readAs: ReadAs;
  readonly notes: readonly string[];
  readonly evidence: Evidence;
  readonly scores: Scores;
  /** What was done to the prediction before it was scored, in words; mostly nothing. */
  readonly edited?: string;
  /** The scores in every library's convention, where they were asked for. */
  readonly conventions?: ConventionTable;
  /** What is wrong with the pair, where that was asked for. */
  readonly diagnosis?: Diagnosis;
  /** See `report/plainTallies`; where they were asked for. */
  readonly tallies?: unknown;
}

/** Findings without the means to act on them. */
export type Diagnosis = ReadonlyArray<Pick<Finding, "id" | "severity" | "title" | "sentence" | "evidence">>;

/** A pair, or a file without a partner, that could not be scored. */
export interface FailedRow {
  readonly status: "failed";
  readonly name: string;
  /** The file that is to blame. */
  readonly file: string;
  /** The two files of the pair; not known of failures that an earlier version wrote. */
  readonly prediction?: string;
  readonly truth?: string;
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

export type Row = ScoredRow | FailedRow;

/** A file that has no partner, by the name and the path that it would have in a pair. */
export interface LoneFile {
  readonly name: string;
  /** Empty where this is the one that is missing. */
  readonly prediction: string;
  readonly truth: string;
}

/** Files that have no partner, relative to their folders. */
export interface Unmatched {
  readonly predictions: readonly string[];
  readonly truth: readonly string[];
}
