import type { Score } from "../core/score.js";

/** Whatever carries scores: a row of a run or of a file. */
interface Scored {
  readonly name: string;
  readonly scores: Readonly<Record<string, number | null>>;
}

/** Worst first by a score; rows where it is undefined come last. Equal rows keep their order. */
export function worstFirst<Item extends Scored>(rows: readonly Item[], score: Score): Item[] {
  const sign = score.better === "higher" ? 1 : -1;
  const ranked = rows.map((row) => ({ row, value: row.scores[score.id] ?? null }));
  ranked.sort(({ value: x }, { value: y }) => {
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
  return ranked.map(({ row }) => row);
}
