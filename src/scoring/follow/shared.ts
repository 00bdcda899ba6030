import type { Scores } from "../../core/evaluate.js";
import type { Settings } from "../../core/settings.js";
import { meansOf } from "../../report/macro.js";

/** Rows by name. */
export type Scored = ReadonlyMap<string, { readonly scores: Scores }>;

/** Two moments over the images that both have: others would be compared with nothing. */
export interface Shared {
  /** Means of every score. */
  readonly before: Scores;
  readonly now: Scores;
  /** Images in both means of a score. */
  readonly n: Readonly<Record<string, number>>;
}

/**
 * Means of two moments over the images of both. An image where a score is undefined in one of them is left out of both
 * means of that score, unless undefined scores count as a number.
 * @returns null where they have no image in common.
 */
export function sharedMeans(before: Scored | undefined, now: Scored, settings: Settings): Shared | null {
  const pairs = Array.from(now).flatMap(([name, { scores }]) => {
    const earlier = before?.get(name)?.scores;
    return earlier ? [settings.emptyPolicy === "exclude" ? bothDefined(earlier, scores) : [earlier, scores]] : [];
  });
  if (pairs.length === 0) return null;
  const n: Record<string, number> = {};
  for (const [earlier, later] of pairs) {
    for (const id of Object.keys(later)) {
      const isCounted = id in earlier && (settings.emptyPolicy !== "exclude" || later[id] !== null);
      if (isCounted) n[id] = (n[id] ?? 0) + 1;
    }
  }
  const means = (side: 0 | 1) =>
    meansOf(
      pairs.map((pair) => ({ scores: pair[side] as Scores })),
      settings,
    );
  return { before: means(0), now: means(1), n };
}

/** Whether two moments have the same images: only then are their means of one thing. */
export function sameImages(before: Scored, now: Scored): boolean {
  return before.size === now.size && Array.from(now.keys()).every((name) => before.has(name));
}

/** The scores of both, undefined where either is. */
function bothDefined(before: Scores, now: Scores): [Scores, Scores] {
  const isThere = (id: string) => typeof before[id] === "number" && typeof now[id] === "number";
  const own = (scores: Scores) =>
    Object.fromEntries(Object.keys(scores).map((id) => [id, isThere(id) ? scores[id] : null]));
  return [own(before), own(now)];
}
