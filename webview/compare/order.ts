import type { Score } from "../../src/core/score.js";
import { type Column, comparable, improvement } from "../../src/core/statistics/improvement.js";

/** What the images are ordered by. */
export type OrderBy = "image" | "baseline" | "challenger" | "difference";

export interface Order {
  readonly by: OrderBy;
  /** Of the difference: the biggest regression first, whichever way the score points. */
  readonly ascending: boolean;
}

/** An image and what both models make of it. */
export interface ImageRow {
  /** Place in the list of images. */
  readonly image: number;
  readonly name: string;
  readonly baseline: number | null;
  readonly challenger: number | null;
  /** Challenger minus baseline; null where either is undefined. */
  readonly difference: number | null;
  /** The same, positive where the challenger is better. */
  readonly improvement: number | null;
}

export function imageRows(names: readonly string[], a: Column, b: Column, better: Score["better"]): ImageRow[] {
  return names.map((name, image) => {
    const [baseline, challenger] = [a[image] ?? null, b[image] ?? null];
    const [x, y] = [comparable(baseline), comparable(challenger)];
    const both = x !== null && y !== null;
    return {
      image,
      name,
      baseline,
      challenger,
      difference: both ? y - x : null,
      improvement: both ? improvement(x, y, better) : null,
    };
  });
}

/** Rows whose name contains the text, in order; undefined values come last, equal ones keep their order. */
export function arranged(rows: readonly ImageRow[], { by, ascending }: Order, text: string): ImageRow[] {
  const wanted = text.trim().toLowerCase();
  const kept = wanted === "" ? [...rows] : rows.filter(({ name }) => name.toLowerCase().includes(wanted));
  const sign = ascending ? 1 : -1;
  if (by === "image") return ascending ? kept : kept.reverse();
  const key = (row: ImageRow) => (by === "difference" ? row.improvement : row[by]);
  return kept.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
