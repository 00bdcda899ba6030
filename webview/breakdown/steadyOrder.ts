import type { ScoreOrder } from "../../src/protocol/persisted.js";
import { inOrder, type Reading } from "./analysis.js";

/**
 * Puts readings into an order once all their values are there. Until then they stand as they stood before, so that no row
 * runs away from the pointer; another order is taken at once, because it was asked for.
 */
export function createSteadyOrder() {
  let last: { readonly order: ScoreOrder; readonly ids: readonly string[] } = { order: "catalogue", ids: [] };
  return (readings: readonly Reading[], order: ScoreOrder, isWaiting: boolean): readonly Reading[] => {
    const stays = isWaiting && order === last.order && order !== "catalogue";
    const sorted = stays ? asBefore(readings, last.ids) : inOrder(readings, order);
    last = { order, ids: sorted.map(({ score }) => score.id) };
    return sorted;
  };
}

/** Those that were not there before come last. */
function asBefore(readings: readonly Reading[], ids: readonly string[]): readonly Reading[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = ({ score }: Reading) => places.get(score.id) ?? ids.length;
  return [...readings].sort((a, b) => placeOf(a) - placeOf(b));
}
