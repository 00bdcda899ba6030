import { scoreById } from "../../src/core/catalogue.js";
import type { Score } from "../../src/core/score.js";
import { type Duel, duel } from "../../src/core/statistics/duel.js";
import type { Column } from "../../src/core/statistics/improvement.js";
import { type Leaderboard, leaderboard } from "../../src/core/statistics/leaderboard.js";
import type { ComparisonChoices, ComparisonView } from "../../src/protocol/comparison.js";

/** The numbers of a comparison by score, each computed when it is first asked for. */
export interface Columns {
  readonly scores: readonly Score[];
  /** A score of every image, a column a model. */
  of(score: string): readonly Column[];
  board(score: string): Leaderboard;
  duel(score: string, baseline: number, challenger: number): Duel;
  /** Of all pixels together. */
  micro(score: string, model: number): number | null;
}

export function createColumns(view: ComparisonView): Columns {
  const { models, images, values, micro } = view;
  const scores = view.scores.map(scoreById);
  const columns = remembering((id: string) => {
    const first = view.scores.indexOf(id) * models.length;
    return models.map((_, model) => {
      const at = (first + model) * images.length;
      return Array.from(values.subarray(at, at + images.length), defined);
    });
  });
  const betterOf = (id: string) => scoreById(id).better;
  const boards = remembering((id: string) => leaderboard(columns(id), betterOf(id)));
  const duels = remembering((key: string) => {
    const [id, baseline, challenger] = JSON.parse(key) as [string, number, number];
    return duel(columns(id)[baseline] ?? [], columns(id)[challenger] ?? [], betterOf(id));
  });
  return {
    scores,
    of: columns,
    board: boards,
    duel: (...key) => duels(JSON.stringify(key)),
    micro: (id, model) => defined(micro[view.scores.indexOf(id) * models.length + model]),
  };
}

function defined(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function remembering<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** Choices that fit a comparison: those kept, as far as they still make sense. */
export function admit(kept: ComparisonChoices | null, view: ComparisonView): ComparisonChoices {
  const isModel = (place: number) => Number.isInteger(place) && place >= 0 && place < view.models.length;
  const score = kept && view.scores.includes(kept.score) ? kept.score : (view.headline[0] ?? view.scores[0] ?? "");
  if (kept && isModel(kept.baseline) && isModel(kept.challenger) && kept.baseline !== kept.challenger) {
    return { score, baseline: kept.baseline, challenger: kept.challenger };
  }
  return { score, baseline: 0, challenger: 1 };
}
