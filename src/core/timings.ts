/** What a pair goes through, in order. */
export const stages = [
  "read",
  "inflate",
  "unfilter",
  "decode, the rest",
  "interpret",
  "tally and weights",
  "surfaces",
  "contours",
  "bands",
  "distances",
  "objects",
  "scores",
  "sums",
  "intervals",
] as const;

export type Stage = (typeof stages)[number];

/** Milliseconds by stage. */
export type Timings = Partial<Readonly<Record<Stage, number>>>;

let clock: (() => number) | null = null;
const spent = new Map<Stage, number>();
/** Of stages inside the one under way. */
let inside = 0;

/** From now on, time is taken in this thread. @param now milliseconds. */
export function startTimings(now: () => number): void {
  clock = now;
}

/** Whether {@link startTimings} was called. */
export function takesTime(): boolean {
  return clock !== null;
}

/** Does the work; where time is taken, what it took counts for the stage, less what stages inside it took. */
export function timed<Result>(stage: Stage, work: () => Result): Result {
  if (!clock) return work();
  const before = inside;
  inside = 0;
  const start = clock();
  try {
    return work();
  } finally {
    const all = clock() - start;
    spent.set(stage, (spent.get(stage) ?? 0) + all - inside);
    inside = before + all;
  }
}

/** What was taken since the last time this was asked. */
export function takeTimings(): Timings {
  const timings: Timings = Object.fromEntries(spent);
  spent.clear();
  return timings;
}

/** Adds what another thread took. */
export function addTimings(timings: Timings): void {
  for (const stage of stages) {
    const more = timings[stage];
    if (more !== undefined) spent.set(stage, (spent.get(stage) ?? 0) + more);
  }
}
