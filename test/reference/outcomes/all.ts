import type { ReferencePair } from "../golden.js";
import { conventionOutcomes } from "./conventionLines.js";
import { binaryOutcomes, mapOutcomes } from "./defaults.js";
import type { Outcome } from "./outcome.js";
import { stepOutcomes } from "./steps.js";

/** Every reference value of a pair beside ours. */
export function outcomesOf(pair: ReferencePair): Outcome[] {
  return [
    ...(pair.task === "binary" ? binaryOutcomes(pair) : mapOutcomes(pair).outcomes),
    ...conventionOutcomes(pair),
    ...stepOutcomes(pair),
  ];
}
