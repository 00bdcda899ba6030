import type { BandEvidence } from "./boundary/edgeBand.js";
import type { BinaryEvidence } from "./evidence.js";
import { BYTE_LEVELS, mergeTallies, type Tally } from "./tally.js";

/** One number per cell of a tally: by level, for truth 0 and truth 1. */
export interface CellTable {
  readonly negatives: Float64Array;
  readonly positives: Float64Array;
}

/**
 * What each pixel contributes to a loss: the sum of `plain[cell]` and, for each other table, of its entry times what the
 * pixel weighs in the tally of that name. Summed over all pixels it gives the loss that is printed.
 */
export interface Shares {
  readonly plain?: CellTable;
  /** By the boundary weight. */
  readonly weighted?: CellTable;
  /** By the signed distance to the truth's boundary: below 0 inside, so that shares are, too. */
  readonly signedDistance?: CellTable;
  /** By the squared distances to the other class, in the truth and in the prediction, added. */
  readonly squaredDistance?: CellTable;
}

/** Builds a table from the contribution of a pixel of probability p, for truth 0 and truth 1. */
export function cellTable(
  tally: Tally,
  ofNegative: (p: number) => number,
  ofPositive: (p: number) => number,
): CellTable {
  const { levels, maximum } = tally;
  return {
    negatives: levels.map((level) => ofNegative(level / maximum)),
    positives: levels.map((level) => ofPositive(level / maximum)),
  };
}

/** What a pixel of probability p contributes, for truth 0 and truth 1. */
export interface Contribution {
  readonly ofNegative: (p: number) => number;
  readonly ofPositive: (p: number) => number;
}

/** More than a score has parameters to turn at once; a slider that is drawn leaves as many behind. */
const MOST_KEPT = 8;

/**
 * Tables that depend on nothing but the levels and some parameters. All 8-bit tallies share theirs, so that they are made
 * once for a set of parameters: logarithms and powers are not taken again for every pair. Not to be written to.
 *
 * @param contribution as a function of the parameters.
 */
export function levelTables<Values extends ReadonlyArray<number | string>>(
  contribution: (...values: Values) => Contribution,
): (tally: Tally, ...values: Values) => CellTable {
  const kept: Array<{ readonly maximum: number; readonly values: Values; readonly table: CellTable }> = [];
  const make = (tally: Tally, values: Values) => {
    const { ofNegative, ofPositive } = contribution(...values);
    return cellTable(tally, ofNegative, ofPositive);
  };
  return (tally, ...values) => {
    if (tally.levels !== BYTE_LEVELS) return make(tally, values);
    const { maximum } = tally;
    for (const entry of kept) if (entry.maximum === maximum && areEqual(entry.values, values)) return entry.table;
    const table = make(tally, values);
    // The oldest goes first.
    if (kept.length >= MOST_KEPT) kept.shift();
    kept.push({ maximum, values, table });
    return table;
  };
}

function areEqual(a: ReadonlyArray<number | string>, b: ReadonlyArray<number | string>): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** |y - p| times a factor: the shape of every overlap loss, whose numerator A + B - 2I is the sum of |y - p|. */
export function absoluteError({ levels, maximum }: Tally, factor: number): CellTable {
  // Float maps have a level a pixel: a loop takes a fraction of the time of a function a level.
  const table = { negatives: new Float64Array(levels.length), positives: new Float64Array(levels.length) };
  for (let i = 0; i < levels.length; i++) {
    const p = levels[i] / maximum;
    table.negatives[i] = p * factor;
    table.positives[i] = (1 - p) * factor;
  }
  return table;
}

const errorsOfBytes = levelTables(() => ({ ofNegative: (p) => p, ofPositive: (p) => 1 - p }));

/** |y - p|. Not to be written to. */
export function absoluteErrors(tally: Tally): CellTable {
  return tally.levels === BYTE_LEVELS ? errorsOfBytes(tally) : absoluteError(tally, 1);
}

/** (y - p)². Not to be written to. */
export const squaredErrors = levelTables(() => ({ ofNegative: (p) => p * p, ofPositive: (p) => (1 - p) * (1 - p) }));

/** The derivative of |y - p| by p. */
export function absoluteErrorGradient(tally: Tally): CellTable {
  return cellTable(
    tally,
    () => 1,
    () => -1,
  );
}

export function scaleTable(table: CellTable, factor: number): CellTable {
  const { negatives, positives } = table;
  const scaled = { negatives: new Float64Array(negatives.length), positives: new Float64Array(positives.length) };
  for (let i = 0; i < negatives.length; i++) {
    scaled.negatives[i] = negatives[i] * factor;
    scaled.positives[i] = positives[i] * factor;
  }
  return scaled;
}

export function divideTable({ negatives, positives }: CellTable, divisor: number): CellTable {
  const divided = { negatives: new Float64Array(negatives.length), positives: new Float64Array(positives.length) };
  for (let i = 0; i < negatives.length; i++) {
    divided.negatives[i] = negatives[i] / divisor;
    divided.positives[i] = positives[i] / divisor;
  }
  return divided;
}

export function addTables(a: CellTable, b: CellTable): CellTable {
  const sum = { negatives: new Float64Array(a.negatives.length), positives: new Float64Array(a.positives.length) };
  for (let i = 0; i < a.negatives.length; i++) {
    sum.negatives[i] = a.negatives[i] + b.negatives[i];
    sum.positives[i] = a.positives[i] + b.positives[i];
  }
  return sum;
}

/** A table of plain shares, where there is one. */
export const plainly = (table: CellTable | null): Shares | null => table && { plain: table };

/** Sum of a table, divided by a divisor, over the pixels of a tally. The same bits as of {@link divideTable}, without it. */
export function totalOf({ negatives, positives }: Tally, table: CellTable, divisor = 1): number {
  let total = 0;
  for (let i = 0; i < negatives.length; i++) {
    // A cell without pixels may hold an infinite loss, which counts for nothing.
    if (negatives[i] > 0) total += negatives[i] * (table.negatives[i] / divisor);
    if (positives[i] > 0) total += positives[i] * (table.positives[i] / divisor);
  }
  return total;
}

/** The regions among which a loss divides. */
export type ShareRegion = "tp" | "fp" | "fn" | "tn" | "band";

/** How a loss divides among the regions at a threshold; they add up to the loss. */
export interface RegionShares extends Readonly<Record<Exclude<ShareRegion, "band">, number>> {
  /** What lies in the band around the truth's boundary, whatever is predicted there: the others are then without. */
  readonly band?: number;
}

/**
 * @param band the part of the evidence that is to be set apart; none, or where the shares go by distances, of which it
 *   knows nothing: it stays with the other regions.
 */
export function sharesByRegion(
  evidence: BinaryEvidence,
  shares: Shares,
  threshold: number,
  band?: BandEvidence,
): RegionShares {
  const regions = { tp: 0, fp: 0, fn: 0, tn: 0, band: 0 };
  const add = (tally: Tally, apart: Tally | undefined, table: CellTable) => {
    const share = (region: ShareRegion, amount: number, inBand: number, each: number) => {
      // A cell without pixels may hold an infinite share, which counts for nothing.
      if (amount === 0) return;
      regions[region] += (amount - inBand) * each;
      regions.band += inBand * each;
    };
    for (let i = 0; i < tally.levels.length; i++) {
      const above = tally.levels[i] / tally.maximum > threshold;
      share(above ? "fp" : "tn", tally.negatives[i], apart?.negatives[i] ?? 0, table.negatives[i]);
      share(above ? "tp" : "fn", tally.positives[i], apart?.positives[i] ?? 0, table.positives[i]);
    }
  };
  const { signedDistance, squaredDistance } = evidence.boundary ?? {};
  if (shares.signedDistance && signedDistance) add(signedDistance, undefined, shares.signedDistance);
  if (shares.squaredDistance && squaredDistance) add(squaredDistance, undefined, shares.squaredDistance);
  const [pixels, weighted] = [band?.pixels, band?.weighted].map((tally) => tally && onLevels(tally, evidence.pixels));
  if (shares.plain) add(evidence.pixels, pixels, shares.plain);
  if (shares.weighted && evidence.weighted) add(evidence.weighted, weighted, shares.weighted);
  const { band: apart, ...others } = regions;
  return band && (shares.plain || shares.weighted) ? { ...others, band: apart } : others;
}

/** A tally on the levels of a greater one, of which it is a part. */
function onLevels(part: Tally, whole: Tally): Tally {
  if (part.levels.length === whole.levels.length) return part;
  const none = new Float64Array(whole.levels.length);
  return mergeTallies({ ...whole, negatives: none, positives: none }, part);
}
