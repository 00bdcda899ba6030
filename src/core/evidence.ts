import type { ObjectMatches } from "./objects/match.js";
import { mergeMatches } from "./objects/match.js";
import { mergeTallies, type Tally } from "./tally.js";

/** All that the scores of a pair need of its pixels. Small, and it adds up: the pixels can be dropped. */
export interface Evidence {
  /** Every pixel counts 1. */
  readonly pixels: Tally;
  /** Every pixel counts its boundary weight (mean 1 per image). */
  readonly weighted?: Tally;
  /** Objects matched at the threshold. */
  readonly objects?: ObjectMatches;
}

/** Evidence of several images as one: the basis of micro scores. What one side lacks, the sum lacks. */
export function mergeEvidence(a: Evidence, b: Evidence): Evidence {
  return {
    pixels: mergeTallies(a.pixels, b.pixels),
    ...(a.weighted && b.weighted && { weighted: mergeTallies(a.weighted, b.weighted) }),
    ...(a.objects && b.objects && { objects: mergeMatches(a.objects, b.objects) }),
  };
}
