import type { Settings } from "../../core/settings.js";
import type { HostCalls, StudyQuestion } from "../../protocol/calls.js";
import type { Handlers } from "../../protocol/rpc.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { Scorer } from "../../scoring/scorer.js";
import type { QuestionOf, StudyName } from "../../scoring/study.js";

/** What the calls need of the page that they come from. */
export interface PixelContext {
  readonly scorer: Scorer;
  /** The pair on the page. @throws when there is none. */
  job(): PairJob;
  settings(job: PairJob): Promise<Settings>;
  /** A path as a URI in text form, and back. */
  uri(path: string): string;
  path(uri: string): string;
}

type PixelCalls = Pick<
  Handlers<HostCalls>,
  "regather" | "regions" | "errors" | "whatIf" | "diagnose" | "band" | "distances"
>;

/**
 * The calls that look at the pixels of a pair again. A worker reads them, not the page: it has the exact values, also
 * those of floats, and may take its time without holding up what is painted.
 */
export function pixelCalls({ scorer, settings, ...context }: PixelContext): PixelCalls {
  const study = async <Name extends StudyName>(
    name: Name,
    change: Partial<Settings>,
    question: QuestionOf<Name>,
    pair: StudyQuestion["pair"],
  ) => {
    const job = jobOf(pair, context);
    return scorer.study(name, job, { ...(await settings(job)), ...change }, question);
  };
  return {
    async regather({ pair, edits, ...change }) {
      const { evidence, weight, prediction } = await study("pair", change, { edits }, pair);
      return { evidence, weight, ...(edits.length > 0 && { prediction }) };
    },
    regions: ({ pair, edits, score, ...change }) => study("regions", change, { edits, score }, pair),
    errors: ({ pair, edits, ...change }) => study("errors", change, { edits }, pair),
    band: ({ pair, edits, ...change }) => study("band", change, { edits }, pair),
    distances: ({ pair, edits, ...change }) => study("distances", change, { edits }, pair),
    diagnose: ({ pair, edits, ...change }) => study("diagnosis", change, { edits }, pair),
    whatIf: ({ pair, edits, ...change }) => study("evidence", change, { edits }, pair),
  };
}

/** The pair that a page asks about: the one it is given now, or one that it still shows while another is on its way. */
function jobOf(
  { prediction, truth }: StudyQuestion["pair"],
  { job: current, uri, path }: Pick<PixelContext, "job" | "uri" | "path">,
): PairJob {
  const job = current();
  if (uri(job.prediction) === prediction && uri(job.truth) === truth) return job;
  return { name: prediction, prediction: path(prediction), truth: path(truth) };
}
