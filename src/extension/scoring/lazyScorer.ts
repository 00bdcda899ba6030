import type { Settings } from "../../core/settings.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { Scorer } from "../../scoring/scorer.js";
import type { AnswerOf, QuestionOf, StudyName } from "../../scoring/study.js";
import { SpareTime } from "./spareTime.js";

/**
 * A scorer that is made when it is first used: an extension that only registers its commands starts no threads.
 * What is asked of a pair several times at once is read once. What is read ahead, and the
 * pictures of the filmstrip, wait for their turn; what a person waits for does not.
 */
export function lazyScorer(create: () => Promise<Scorer>): Scorer {
  let made: Promise<Scorer> | undefined;
  const spare = new SpareTime();
  const scorer = () => {
    made ??= create();
    return made;
  };
  const glances = sharedCalls<ReturnType<Scorer["glance"]>>();
  const studies = sharedCalls<Promise<unknown>>();
  return {
    score: async (jobs, settings, options) => (await scorer()).score(jobs, settings, options),
    glance(job, settings, sketch) {
      const call = () => spare.first(async () => (await scorer()).glance(job, settings, sketch));
      // Who wants a sketch waits for nobody else's answer.
      return sketch ? call() : glances([job, settings], call);
    },
    gather: (job, settings) => spare.later("ahead", async () => (await scorer()).gather(job, settings)),
    thumbnail(job, settings, edge) {
      const draw = async () => (await scorer()).thumbnail(job, settings, edge);
      // A size is asked for by a report, which a person waits for.
      return edge === undefined ? spare.later("picture", draw) : draw();
    },
    study<Name extends StudyName>(name: Name, job: PairJob, settings: Settings, question: QuestionOf<Name>) {
      const answer = studies([name, job, settings, question], () =>
        spare.first(async () => (await scorer()).study(name, job, settings, question)),
      );
      // The name, a part of the key, decides the type.
      return answer as Promise<AnswerOf<Name>>;
    },
    bootstrap: async (groups) => (await scorer()).bootstrap(groups),
    async close() {
      await (await made)?.close();
    },
  };
}

/** Calls once for all who ask the same while the answer is on its way. */
function sharedCalls<Answer extends Promise<unknown>>(): (of: unknown, call: () => Answer) => Answer {
  const underWay = new Map<string, Answer>();
  return (of, call) => {
    const key = JSON.stringify(of);
    const known = underWay.get(key);
    if (known) return known;
    const answer = call();
    const forget = () => void underWay.delete(key);
    underWay.set(key, answer);
    answer.then(forget, forget);
    return answer;
  };
}
