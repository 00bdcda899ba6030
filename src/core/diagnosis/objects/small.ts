import type { ObjectList } from "../../objects/fates.js";

/** Below the limit most objects are missed, above it few. */
const MISSED_BELOW = 0.7;
const MISSED_ABOVE = 0.2;
/** Fewer prove nothing, on either side of the limit. */
const FEWEST = 3;

export interface SmallMissed {
  /** In pixels: objects smaller than this are the small ones. */
  readonly below: number;
  readonly smaller: number;
  readonly missedBelow: number;
  readonly larger: number;
  readonly missedAbove: number;
}

/**
 * The size that best divides the missed objects from the others; null where size does not tell them apart.
 * @param missed numbers less one.
 */
export function smallMissed({ pixels }: ObjectList, missed: ReadonlySet<number>): SmallMissed | null {
  const order = Array.from(pixels.keys()).sort((a, b) => pixels[a] - pixels[b]);
  let best: SmallMissed | null = null;
  let mostApart = 0;
  let missedBelow = 0;
  for (let smaller = 1; smaller < order.length; smaller++) {
    if (missed.has(order[smaller - 1])) missedBelow++;
    const below = pixels[order[smaller]];
    // Objects of one size are on one side of the limit.
    if (below === pixels[order[smaller - 1]]) continue;
    const larger = order.length - smaller;
    const missedAbove = missed.size - missedBelow;
    const apart = missedBelow / smaller - missedAbove / larger;
    const isSo =
      missedBelow >= FEWEST &&
      larger >= FEWEST &&
      missedBelow >= MISSED_BELOW * smaller &&
      missedAbove <= MISSED_ABOVE * larger;
    if (!isSo || apart <= mostApart) continue;
    mostApart = apart;
    best = { below, smaller, missedBelow, larger, missedAbove };
  }
  return best;
}
