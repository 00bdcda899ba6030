import type { PairFailure } from "../protocol/pairView.js";
import type { OtherPrediction, PairJob } from "../scoring/pairJob.js";

/** What a page is to show. */
export type Target =
  | { readonly kind: "pair"; readonly job: PairJob }
  | {
      readonly kind: "failure";
      readonly failure: PairFailure;
      /** Absolute path of the file to blame. */
      readonly file: string;
    }
  | { readonly kind: "empty"; readonly message: string };

/** @param other a second prediction to look at beside it. */
export function pairTarget({ name, prediction, truth }: PairJob, other?: OtherPrediction): Target {
  return { kind: "pair", job: { name, prediction, truth, ...(other && { other }) } };
}

/** Whether a file is part of what is shown. */
export function showsFile(target: Target | undefined, file: string): boolean {
  if (target?.kind === "failure") return target.file === file;
  return target?.kind === "pair" && (target.job.prediction === file || target.job.truth === file);
}

/** The file by which a target stands in the ranking; empty where it stands in none. */
export function listedFile(target: Target | undefined): string {
  if (target?.kind === "failure") return target.file;
  return target?.kind === "pair" ? target.job.prediction : "";
}

/** Whether both show the same files. */
export function isSamePair(a: Target | undefined, b: Target | undefined): boolean {
  return (
    a?.kind === "pair" &&
    b?.kind === "pair" &&
    a.job.prediction === b.job.prediction &&
    a.job.truth === b.job.truth &&
    a.job.other?.prediction === b.job.other?.prediction
  );
}
