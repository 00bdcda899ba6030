import type { Score } from "../../core/score.js";
import { type Duel, duel } from "../../core/statistics/duel.js";
import { leaderboard } from "../../core/statistics/leaderboard.js";
import { headlines, kindOfMost } from "../headlines.js";
import { shortNumber, withArrow } from "../scoreText.js";
import { type Comparison, columnsOf, microOf } from "./comparison.js";
import { regressions } from "./regressions.js";

/** A table for reading, in whatever format. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** How many of the biggest regressions are listed; the rest are in the JSON and CSV. */
const MOST_REGRESSIONS = 10;

/** The scores worth a line, by the kind of masks. */
export function headlineScores(comparison: Comparison): readonly Score[] {
  return headlines[kindOfMost(comparison.images.flatMap(({ rows }) => rows.slice(0, 1)))].flatMap((id) =>
    comparison.scores.filter((score) => score.id === id),
  );
}

/**
 * Leaderboard, duels with the baseline, and the biggest regressions in the first of the scores: the columns of the compare
 * page, in its order.
 * @param nameOf what a score is called.
 */
export function comparisonTables(
  comparison: Comparison,
  scores = headlineScores(comparison),
  nameOf: (score: Score) => string = withArrow,
): Table[] {
  const { models } = comparison;
  const [baseline] = models;
  const challengers = models.flatMap((_, model) => (model === 0 ? [] : [model]));
  return [
    leaderboardTable(comparison, scores, nameOf),
    ...challengers.map((model) => duelTable(comparison, scores, model, nameOf)),
    ...(baseline && scores[0]
      ? challengers.map((model) => regressionTable(comparison, scores[0] as Score, model, nameOf))
      : []),
  ].filter(({ rows }) => rows.length > 0);
}

type Naming = (score: Score) => string;

function leaderboardTable(comparison: Comparison, scores: readonly Score[], nameOf: Naming): Table {
  return {
    title: `Leaderboard, ${comparison.images.length} shared images`,
    head: ["score", "rank", "model", "mean", "95 % interval", "n", "all pixels"],
    rows: scores.flatMap((score) => {
      const { n, standings } = leaderboard(columnsOf(comparison, score.id), score.better);
      const micro = microOf(comparison, score.id);
      return standings.map(({ model, rank, mean, interval }) => [
        nameOf(score),
        shortNumber(rank),
        comparison.models[model].name,
        shortNumber(mean),
        intervalText(interval, shortNumber),
        String(n),
        shortNumber(micro[model]),
      ]);
    }),
  };
}

function duelTable(comparison: Comparison, scores: readonly Score[], model: number, nameOf: Naming): Table {
  const { models } = comparison;
  return {
    title: `${models[model].name} (B) against ${models[0].name} (A), image by image`,
    head: ["score", "worse", "equal", "better", "mean of B − A", "95 % interval", "verdict", "sign test p"],
    rows: scores.map((score) => {
      const columns = columnsOf(comparison, score.id);
      const { wins, ties, losses, difference, interval, p, verdict } = duel(columns[0], columns[model], score.better);
      return [
        nameOf(score),
        String(losses),
        String(ties),
        String(wins),
        signedNumber(difference),
        intervalText(interval, signedNumber),
        verdictWords[verdict],
        shortNumber(p),
      ];
    }),
  };
}

/** What the interval of the mean difference says. */
export const verdictWords: Readonly<Record<Duel["verdict"], string>> = {
  better: "better",
  worse: "worse",
  open: "not decided",
};

function regressionTable(comparison: Comparison, score: Score, model: number, nameOf: Naming): Table {
  const { models, images } = comparison;
  const [baseline, challenger] = [columnsOf(comparison, score.id)[0], columnsOf(comparison, score.id)[model]];
  const worse = regressions(comparison, score, model);
  return {
    title: `Biggest regressions in ${nameOf(score)} (${Math.min(worse.length, MOST_REGRESSIONS)} of ${worse.length})`,
    head: ["image", `A, ${models[0].name}`, `B, ${models[model].name}`, "B − A"],
    rows: worse
      .slice(0, MOST_REGRESSIONS)
      .map(({ image }) => [
        images[image].name,
        shortNumber(baseline[image]),
        shortNumber(challenger[image]),
        signedNumber((challenger[image] ?? 0) - (baseline[image] ?? 0)),
      ]),
  };
}

function intervalText(interval: readonly [number, number] | null | undefined, text: (value: number) => string): string {
  return interval ? `${text(interval[0])} to ${text(interval[1])}` : "—";
}

/** A difference, whose sign is always seen. */
export function signedNumber(value: number | null | undefined): string {
  const text = shortNumber(value);
  return typeof value === "number" && value > 0 ? `+${text}` : text.replace("-", "−");
}
