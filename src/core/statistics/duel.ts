import { bootstrapInterval, type Interval } from "../bootstrap.js";
import type { Score } from "../score.js";
import { type Column, comparable, improvement } from "./improvement.js";
import { signTest } from "./signTest.js";

/** One model against another on the same images. */
export interface Duel {
  /** Images where both have the score. */
  readonly n: number;
  /** Images where the challenger is better, equal to the last bit, and worse. */
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** Mean over images of challenger minus baseline, in the unit of the score; null without images. */
  readonly difference: number | null;
  /** 95 % paired percentile bootstrap of that mean: images are drawn, each with both of its values. */
  readonly interval: Interval | null;
  /** Two-sided p value of the exact sign test on wins and losses. */
  readonly p: number;
  /** Whether the interval lies on one side of 0, and on which: better or worse than the baseline. */
  readonly verdict: "better" | "worse" | "open";
}

/** Compares image by image. Both columns have one entry an image, in the same order. */
export function duel(baseline: Column, challenger: Column, better: Score["better"]): Duel {
  const differences: number[] = [];
  let [wins, ties, losses] = [0, 0, 0];
  for (const [image, value] of baseline.entries()) {
    const before = comparable(value);
    const after = comparable(challenger[image]);
    if (before === null || after === null) continue;
    const gain = improvement(before, after, better);
    if (gain > 0) wins++;
    else if (gain < 0) losses++;
    else ties++;
    differences.push(after - before);
  }
  const n = differences.length;
  const interval = bootstrapInterval(differences);
  return {
    n,
    wins,
    ties,
    losses,
    difference: n === 0 ? null : differences.reduce((sum, value) => sum + value, 0) / n,
    interval,
    p: signTest(wins, losses),
    verdict: verdictOf(interval, better),
  };
}

function verdictOf(interval: Interval | null, better: Score["better"]): Duel["verdict"] {
  if (!interval || (interval[0] <= 0 && interval[1] >= 0)) return "open";
  return interval[0] > 0 === (better === "higher") ? "better" : "worse";
}

/** An image whose score differs between two models. */
export interface Change {
  /** Place in the columns. */
  readonly image: number;
  /** Positive where the challenger is better. */
  readonly improvement: number;
}

/** Every image where both have the score, the biggest regression first; equal ones stay in order. */
export function regressionsFirst(baseline: Column, challenger: Column, better: Score["better"]): Change[] {
  return baseline
    .flatMap((value, image) => {
      const [before, after] = [comparable(value), comparable(challenger[image])];
      return before === null || after === null ? [] : [{ image, improvement: improvement(before, after, better) }];
    })
    .sort((a, b) => a.improvement - b.improvement);
}
