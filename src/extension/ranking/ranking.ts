import { scoreById } from "../../core/catalogue.js";
import type { EvidenceKind } from "../../core/evidence.js";
import type { Score } from "../../core/score.js";
import type { EmptyPolicy } from "../../core/settings.js";
import { naturalOrder } from "../../pairing/index.js";
import type { Position, Unscored } from "../../protocol/pairView.js";
import { worstFirst } from "../../report/ranking.js";
import { valueOfEmpty } from "../../report/runningMeans.js";
import type { FailureRow, PairRow } from "../run.js";

/** The pairs of a run in the order shown. */
export interface Ranking {
  readonly score: Score;
  /** Worst first, or best first when reversed; pairs where the score is undefined come last. */
  readonly pairs: readonly PairRow[];
  /** In natural order of their names. */
  readonly failures: readonly FailureRow[];
  /** Mean of the score, as in what is exported: see `EmptyPolicy`. */
  readonly mean: number | null;
  /** Pairs in the mean. */
  readonly counted: number;
}

const USUAL: Readonly<Record<EvidenceKind, string>> = { binary: "iou", labels: "miou", objects: "pq" };

/** The score that ranks a run: the one chosen, or the usual one where its pairs are of a kind that lacks it. */
export function scoreThatRanks(pairs: ReadonlyArray<Pick<PairRow, "kind">>, chosen: Score): Score {
  const [first] = pairs;
  return !first || pairs.some(({ kind }) => chosen.kinds.includes(kind)) ? chosen : scoreById(USUAL[first.kind]);
}

/** Equal pairs stay in the natural order of their names. @param empty what an undefined score counts in the mean. */
export function rank(
  { pairs, failures }: { readonly pairs: readonly PairRow[]; readonly failures: readonly FailureRow[] },
  score: Score,
  reversed: boolean,
  empty: EmptyPolicy = "exclude",
): Ranking {
  const ordered = worstFirst(
    [...pairs].sort((a, b) => a.index - b.index),
    score,
  );
  const own = ordered.flatMap(({ scores }) => scores[score.id] ?? []);
  const defined = ordered.slice(0, own.length);
  if (reversed) defined.reverse();
  const values = ordered.flatMap(({ scores }) => {
    // What belongs to pairs of another kind is not undefined for this one.
    const value = scores[score.id];
    return (value === null ? valueOfEmpty(empty) : value) ?? [];
  });
  return {
    score,
    pairs: [...defined, ...ordered.slice(own.length)],
    failures: [...failures].sort((a, b) => naturalOrder(a.name, b.name)),
    mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    counted: values.length,
  };
}

/** Where the pair of a prediction stands, or undefined where it is not ranked. */
export function positionOf(ranking: Ranking | undefined, prediction: string): Position | undefined {
  const at = ranking?.pairs.findIndex((pair) => pair.prediction === prediction) ?? -1;
  if (!ranking || at < 0) return undefined;
  const leadsOn = ranking.failures.length > 0 && ({ leadsOn: true } as const);
  return { rank: at + 1, of: ranking.pairs.length, by: ranking.score.title, ...leadsOn };
}

/** Where a file stands among those that could not be scored, or undefined where it does not. */
export function unscoredOf(ranking: Ranking | undefined, file: string): Unscored | undefined {
  const at = ranking?.failures.findIndex((row) => row.file === file) ?? -1;
  return ranking && at >= 0
    ? { rank: at + 1, of: ranking.failures.length, follows: ranking.pairs.length > 0 }
    : undefined;
}

/** Pairs of more pixels than this take more memory than being early is worth. */
const MOST_PIXELS = 2048 * 2048;

/** The pairs that are likely to be asked for after that of a prediction, the likeliest first. */
export function likelyNext({ pairs }: Ranking, prediction: string): PairRow[] {
  const at = pairs.findIndex((pair) => pair.prediction === prediction);
  return at < 0
    ? []
    : [at + 1, at - 1, at + 2]
        .flatMap((place) => pairs[place] ?? [])
        .filter(({ width, height }) => width * height <= MOST_PIXELS);
}

/** A row of the ranking as it is listed. */
export type Entry =
  | { readonly kind: "pair"; readonly pair: PairRow }
  | { readonly kind: "failure"; readonly row: FailureRow };

/** The whole list: pairs first, then what failed. */
export function entriesOf({ pairs, failures }: Ranking): Entry[] {
  return [
    ...pairs.map((pair): Entry => ({ kind: "pair", pair })),
    ...failures.map((row): Entry => ({ kind: "failure", row })),
  ];
}

/** The row of a file, see {@link neighbour}; undefined where it is not listed. */
export function entryOf({ pairs, failures }: Ranking, file: string): Entry | undefined {
  const pair = pairs.find(({ prediction }) => prediction === file);
  if (pair) return { kind: "pair", pair };
  const row = failures.find((failure) => failure.file === file);
  return row && { kind: "failure", row };
}

/** The file by which a row is listed. */
export function fileOf(entry: Entry): string {
  return entry.kind === "pair" ? entry.pair.prediction : entry.row.file;
}

/**
 * What stands `by` places further down the list; stays at its ends.
 * @param file the prediction of a pair, or the file that a failure is about; from one that is not listed it leads to the
 *   first pair, or to the last.
 */
export function neighbour(ranking: Ranking, file: string, by: number): Entry | undefined {
  const entries = entriesOf(ranking);
  const at = entries.findIndex((entry) => fileOf(entry) === file);
  if (at < 0) return entries[by < 0 ? ranking.pairs.length - 1 : 0];
  return entries[Math.min(entries.length - 1, Math.max(0, at + by))];
}

/** What failed, and what has no partner to be scored with: nothing is wrong with that file. */
export function countFailures(failures: readonly Pick<FailureRow, "missing">[]): {
  readonly failed: number;
  readonly alone: number;
} {
  const alone = failures.filter(({ missing }) => missing !== undefined).length;
  return { failed: failures.length - alone, alone };
}
