import type { Score } from "../../src/core/score.js";
import { comparable, improvement } from "../../src/core/statistics/improvement.js";
import type { FollowView } from "../../src/protocol/follow.js";

/** What the trend of one score says now. */
export interface Series {
  readonly values: readonly number[];
  readonly mean: number | null;
  /** By how much the mean over the images of both is better than before; null where there is no before. */
  readonly gain: number | null;
  /** What it is compared with, in words, and over how many images. */
  readonly than: string;
  readonly shared: number;
}

/** The name of a point of the trend. */
export function pointName({ hasEpochs, at }: Pick<FollowView, "hasEpochs" | "at">, point: number): string {
  return `${hasEpochs ? "epoch" : "round"} ${at[point]}`;
}

export function seriesOf(view: FollowView, score: Score): Series {
  const place = view.scores.indexOf(score.id);
  const values = view.at.map((_, point) => view.means[point * view.scores.length + place] ?? Number.NaN);
  const mean = comparable(values.at(-1));
  const { change } = view;
  const [before, now] = [comparable(change?.before[place]), comparable(change?.now[place])];
  return {
    values,
    mean,
    gain: before === null || now === null ? null : improvement(before, now, score.better),
    than: change?.than ?? "",
    shared: change?.n[place] ?? 0,
  };
}

/** A pair as the page lists it. */
export interface FollowedPair {
  readonly name: string;
  readonly value: number | null;
  /** By how much it is better than before; null where there is no before. */
  readonly gain: number | null;
  readonly update: number;
}

/** The pairs, worst first; equal ones stay in order, undefined ones come last. */
export function pairsOf(view: FollowView, score: Score): FollowedPair[] {
  const width = view.scores.length;
  const place = view.scores.indexOf(score.id);
  const sign = score.better === "higher" ? 1 : -1;
  return view.names
    .map((name, row) => {
      const value = comparable(view.values[row * width + place]);
      const before = comparable(view.before[row * width + place]);
      const gain = value === null || before === null ? null : improvement(before, value, score.better);
      return { name, value, gain, update: view.updates[row] ?? 0 };
    })
    .sort((a, b) =>
      a.value === null || b.value === null
        ? Number(a.value === null) - Number(b.value === null)
        : sign * (a.value - b.value),
    );
}
