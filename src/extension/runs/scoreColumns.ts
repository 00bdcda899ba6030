import { catalogue } from "../../core/catalogue.js";
import type { Scores } from "../../core/evaluate.js";
import type { EvidenceKind } from "../../core/evidence.js";
import type { PairRow } from "../run.js";

/** The scores that pairs of each kind have. */
export type ScoreIds = Readonly<Partial<Record<EvidenceKind, readonly string[]>>>;

export function scoreIdsOf(pairs: readonly PairRow[]): ScoreIds {
  const ids = new Map<EvidenceKind, Set<string>>();
  for (const { kind, scores } of pairs) {
    const known = ids.get(kind) ?? new Set();
    for (const id in scores) known.add(id);
    ids.set(kind, known);
  }
  return Object.fromEntries(
    Array.from(ids, ([kind, known]) => [kind, catalogue.flatMap(({ id }) => (known.has(id) ? [id] : []))]),
  );
}

/** The scores of pairs, one pair after another, each in the order of the ids of its kind; NaN where undefined. */
export function packScores(pairs: ReadonlyArray<Pick<PairRow, "kind" | "scores">>, ids: ScoreIds): Float64Array {
  return Float64Array.from(
    pairs.flatMap(({ kind, scores }) => (ids[kind] ?? []).map((id) => scores[id] ?? Number.NaN)),
  );
}

/** The reverse of {@link packScores}. */
export function unpackScores(kinds: readonly EvidenceKind[], ids: ScoreIds, values: Float64Array): Scores[] {
  let at = 0;
  return kinds.map((kind) =>
    Object.fromEntries(
      (ids[kind] ?? []).map((id) => {
        const value = values[at++];
        return [id, Number.isNaN(value) ? null : value];
      }),
    ),
  );
}
