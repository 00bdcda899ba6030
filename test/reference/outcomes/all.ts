import { pairs, type ReferencePair } from "../golden.js";
import { conventionOutcomes } from "./conventionLines.js";
import { binaryOutcomes, mapOutcomes } from "./defaults.js";
import type { Outcome } from "./outcome.js";
import { stepOutcomes } from "./steps.js";

const known = new Map<string, readonly Outcome[]>();

/** Every reference value of a pair beside ours; computed once. */
export function outcomesOf(pair: ReferencePair): readonly Outcome[] {
  const outcomes = known.get(pair.name) ?? [
    ...(pair.task === "binary" ? binaryOutcomes(pair) : mapOutcomes(pair).outcomes),
    ...conventionOutcomes(pair),
    ...stepOutcomes(pair),
  ];
  known.set(pair.name, outcomes);
  return outcomes;
}

export const allOutcomes = (): Outcome[] => pairs.flatMap((pair) => outcomesOf(pair));
