import type { Scores } from "../../core/evaluate.js";
import type { Score } from "../../core/score.js";
import type { FollowView } from "../../protocol/follow.js";
import { headlines, kindOfMost } from "../../report/headlines.js";
import { failureText } from "../../report/report.js";
import type { Follower } from "../../scoring/follow/follower.js";

export interface FollowFacts {
  /** Id of its run. */
  readonly run: string;
  /** For reading. */
  readonly folder: string;
  readonly truth: string;
  readonly isWatching: boolean;
  /** What the latest point of the trend is compared with, in words. */
  readonly than: string;
  readonly catalogue: readonly Score[];
}

/** What the page is sent of a followed folder. */
export function followView(
  follower: Pick<Follower, "rows" | "trend" | "failures" | "pending" | "withoutTruth" | "hasEpochs" | "unsettled">,
  { run, folder, truth, isWatching, than, catalogue }: FollowFacts,
): FollowView {
  const rows = Array.from(follower.rows);
  const { trend } = follower;
  const shared = trend.at(-1)?.shared ?? null;
  const ids = catalogue.map(({ id }) => id).filter((id) => rows.some(([, { scores }]) => id in scores));
  const list = (all: ReadonlyArray<Scores | null>) =>
    Float64Array.from(all.flatMap((scores) => ids.map((id) => scores?.[id] ?? Number.NaN)));
  return {
    run,
    folder,
    truth,
    isWatching,
    hasEpochs: follower.hasEpochs,
    pending: follower.pending,
    unsettled: follower.unsettled,
    withoutTruth: follower.withoutTruth,
    failures: follower.failures.map((row) => ({ name: row.name, reason: failureText(row) })),
    scores: ids,
    headline: headlines[kindOfMost(rows.map(([, row]) => row))].filter((id) => ids.includes(id)),
    at: trend.map(({ at }) => at),
    counts: trend.map(({ n }) => n),
    joined: trend.map(({ isSameSet }) => isSameSet),
    means: list(trend.map(({ means }) => means)),
    change: shared && {
      than,
      n: ids.map((id) => shared.n[id] ?? 0),
      before: list([shared.before]),
      now: list([shared.now]),
    },
    names: rows.map(([name]) => name),
    updates: rows.map(([, { update }]) => update),
    values: list(rows.map(([, { scores }]) => scores)),
    before: list(rows.map(([, { before }]) => before)),
  };
}
