import type { Scorer } from "../scoring/scorer.js";
import { SpareTime } from "./spareTime.js";

/** Reads once, however often it is asked to. */
type Reading = (ahead: boolean) => ReturnType<Scorer["gather"]>;

/**
 * A scorer that is made when it is first used: an extension that only registers its commands starts no threads.
 * The inspector and the side view often ask for the same pair at once: it is then read once. What is read ahead, and the
 * pictures of the filmstrip, wait for their turn; a person who asks for such a pair does not.
 */
export function lazyScorer(create: () => Promise<Scorer>): Scorer {
  let made: Promise<Scorer> | undefined;
  const underWay = new Map<string, Reading>();
  const spare = new SpareTime();
  const scorer = () => {
    made ??= create();
    return made;
  };
  const readingOf = (...[job, settings]: Parameters<Scorer["gather"]>): Reading => {
    let pair: ReturnType<Scorer["gather"]> | undefined;
    return (ahead) => {
      pair ??= scorer().then((made) => made.gather(job, settings, ahead));
      return pair;
    };
  };
  return {
    score: async (jobs, settings, options) => (await scorer()).score(jobs, settings, options),
    gather(job, settings, ahead = false) {
      const key = JSON.stringify([job, settings]);
      const read = underWay.get(key) ?? readingOf(job, settings);
      underWay.set(key, read);
      const pair = ahead ? spare.later("ahead", () => read(true)) : spare.first(() => read(false));
      return pair.finally(() => {
        if (underWay.get(key) === read) underWay.delete(key);
      });
    },
    thumbnail(job, settings, edge) {
      const draw = async () => (await scorer()).thumbnail(job, settings, edge);
      // A size is asked for by a report, which a person waits for.
      return edge === undefined ? spare.later("picture", draw) : draw();
    },
    study: async (name, job, settings, question) => (await scorer()).study(name, job, settings, question),
    bootstrap: async (series) => (await scorer()).bootstrap(series),
    async close() {
      await (await made)?.close();
    },
  };
}
