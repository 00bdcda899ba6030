import type { Steps } from "../../src/core/steps.js";

/** Longest that steps are done at a stretch, milliseconds: an input may come meanwhile, and wants its frame. */
const STRETCH = 4;

/**
 * Does work while nothing else is to do.
 *
 * @param timeout after how many milliseconds a step is done all the same.
 * @returns drops what is left of it.
 */
export function whenIdle(steps: Steps, timeout?: number): () => void {
  const options = timeout === undefined ? {} : { timeout };
  let request = requestIdleCallback(run, options);
  function run(deadline: IdleDeadline) {
    const end = performance.now() + Math.min(STRETCH, deadline.timeRemaining());
    do {
      if (steps.next().done) return;
    } while (performance.now() < end);
    request = requestIdleCallback(run, options);
  }
  return () => cancelIdleCallback(request);
}
