import type { Scorer } from "../scoring/scorer.js";

/** A scorer that is made when it is first used: an extension that only registers its commands starts no threads. */
export function lazyScorer(create: () => Scorer): Scorer {
  let made: Scorer | undefined;
  const scorer = () => {
    made ??= create();
    return made;
  };
  return {
    score: (jobs, settings, options) => scorer().score(jobs, settings, options),
    gather: (job, settings) => scorer().gather(job, settings),
    async close() {
      await made?.close();
    },
  };
}
