import type { DirectedDistances, SurfaceTally } from "../boundary/surfaceTally.js";

const hasSurface = ({ weights, unmatched }: DirectedDistances) => weights.length > 0 || unmatched > 0;

/** How many of the two masks are empty, by their surfaces. */
export function emptiness({ fromTruth, fromPrediction }: SurfaceTally): "neither" | "one" | "both" {
  const [truth, prediction] = [hasSurface(fromTruth), hasSurface(fromPrediction)];
  return truth && prediction ? "neither" : truth || prediction ? "one" : "both";
}
