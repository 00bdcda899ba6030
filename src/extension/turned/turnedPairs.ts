import type { PairRow } from "../run.js";

/** Scores under the settings turned, by id: a number a pair by its index, NaN where undefined. */
export type TurnedScores = ReadonlyMap<string, Float64Array>;

/** The pairs of a run with the scores that were evaluated again; those of label and instance maps are as scored. */
export function turnedPairs(pairs: readonly PairRow[], turned: TurnedScores): readonly PairRow[] {
  if (turned.size === 0) return pairs;
  const columns = [...turned];
  return pairs.map((pair) => {
    if (pair.kind !== "binary") return pair;
    const scores = { ...pair.scores };
    for (const [id, values] of columns) {
      const value = values[pair.index];
      scores[id] = value === undefined || Number.isNaN(value) ? null : value;
    }
    return { ...pair, scores };
  });
}
