import type { Scorer } from "../scoring/scorer.js";

/**
 * A scorer that is made when it is first used: an extension that only registers its commands starts no threads.
 * The inspector and the side view often ask for the same pair at once: it is then read once.
 */
export function lazyScorer(create: () => Promise<Scorer>): Scorer {
  let made: Promise<Scorer> | undefined;
  const underWay = new Map<string, ReturnType<Scorer["gather"]>>();
  const scorer = () => {
    made ??= create();
    return made;
  };
  return {
    score: async (jobs, settings, options) => (await scorer()).score(jobs, settings, options),
    gather(job, settings, ahead) {
      const key = JSON.stringify([job, settings]);
      const pair = underWay.get(key) ?? scorer().then((made) => made.gather(job, settings, ahead));
      underWay.set(key, pair);
      return pair.finally(() => underWay.delete(key));
    },
    thumbnail: async (job, settings, edge) => (await scorer()).thumbnail(job, settings, edge),
    study: async (name, job, settings, question) => (await scorer()).study(name, job, settings, question),
    bootstrap: async (series) => (await scorer()).bootstrap(series),
    async close() {
      await (await made)?.close();
    },
  };
}
