import { isLibrary } from "./conventions/index.js";
import { scoreValue } from "./evaluate.js";
import type { BinaryEvidence, Evidence } from "./evidence.js";
import type { ObjectMatches } from "./objects/match.js";
import { type PackedTally, packTally, Unpacker } from "./packedTally.js";
import type { Score } from "./score.js";
import { type Settings, valuesFor } from "./settings.js";
import type { Tally } from "./tally.js";

/** A pair's tallies, those of 8-bit masks packed. */
interface Kept {
  readonly pixels: Tally | PackedTally;
  readonly weighted: Tally | PackedTally | null;
  readonly objects: ObjectMatches | null;
}

/**
 * The tallies of a run's binary pairs: all that it takes to score thousands of them again when a parameter changes. No
 * pixel and no file is read. About 8 kB a pair of 8-bit probabilities, 1 kB a pair of hard masks.
 *
 *     const stack = new TallyStack();
 *     stack.set(index, row.evidence);                     // as each row arrives
 *     stack.evaluate(score, settings, (value, index) => …)  // whenever settings or overrides change
 *
 * What shapes the evidence itself (`fromPixels` parameters; anything of the boundary family) is as it was gathered.
 */
export class TallyStack {
  private readonly kept = new Map<number, Kept>();
  private readonly unpackers = { pixels: new Unpacker(), weighted: new Unpacker() };

  /** Pairs that can be evaluated. */
  get size(): number {
    return this.kept.size;
  }

  /** Keeps what can be evaluated again of the pair at a place; label and instance maps have no parameter to turn. */
  set(place: number, evidence: Evidence): void {
    if (evidence.kind !== "binary") return;
    const { pixels, weighted, objects } = evidence;
    this.kept.set(place, {
      pixels: packTally(pixels),
      weighted: weighted ? packTally(weighted) : null,
      objects: objects ?? null,
    });
  }

  /**
   * Evaluates one score of every pair that is kept, in the order in which they were.
   * @param visit is given the value, null where it is undefined or is not a number, and the place.
   */
  evaluate(score: Score, settings: Settings, visit: (value: number | null, place: number) => void): void {
    const own = isLibrary(settings.preset) ? null : score.bind(valuesFor(score, settings));
    for (const [place, kept] of this.kept) {
      const evidence = this.evidenceOf(kept);
      const value = own ? own(evidence) : scoreValue(score, evidence, settings);
      visit(typeof value === "number" ? value : null, place);
    }
  }

  private evidenceOf({ pixels, weighted, objects }: Kept): BinaryEvidence {
    const { unpackers } = this;
    return {
      kind: "binary",
      pixels: unpackers.pixels.unpack(pixels),
      ...(weighted && { weighted: unpackers.weighted.unpack(weighted) }),
      ...(objects && { objects }),
    };
  }
}
