import type { Ranking } from "../ranking/ranking.js";

/** A pair among the worst of its run. */
export interface Worst {
  /** 1 is the worst. */
  readonly rank: number;
  readonly of: number;
  readonly value: number;
}

/** The worst tenth of the pairs that have the score, rounded up, by prediction. @param ranking worst first. */
export function worstTenth({ pairs, score }: Pick<Ranking, "pairs" | "score">): ReadonlyMap<string, Worst> {
  const ranked = pairs.flatMap(({ prediction, scores }) => {
    const value = scores[score.id];
    return typeof value === "number" ? [{ prediction, value }] : [];
  });
  const worst = ranked.slice(0, Math.ceil(ranked.length / 10));
  return new Map(worst.map(({ prediction, value }, i) => [prediction, { rank: i + 1, of: ranked.length, value }]));
}
