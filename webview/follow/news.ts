import type { FollowedPair } from "./series.js";

/** How long a row counts as new, milliseconds. */
const NEW_MS = 4000;

/** Remembers since when each row is as it is. */
export interface News {
  /** Notes the rows that are shown now. Those that were there from the start are not new. */
  note(pairs: readonly FollowedPair[]): void;
  /** Milliseconds since the row came; null where it is not new. */
  age(pair: FollowedPair): number | null;
}

export function createNews(now: () => number = () => performance.now()): News {
  const since = new Map<string, { readonly update: number; readonly at: number }>();
  let isFirst = true;
  return {
    note(pairs) {
      for (const { name, update } of pairs) {
        const known = since.get(name);
        if (known?.update === update) continue;
        since.set(name, { update, at: isFirst || update === 0 ? Number.NEGATIVE_INFINITY : now() });
      }
      isFirst = false;
    },
    age({ name }) {
      const age = now() - (since.get(name)?.at ?? Number.NEGATIVE_INFINITY);
      return age < NEW_MS ? Math.round(age) : null;
    },
  };
}
