import { boundaryWeight } from "../boundary/weight.js";
import { isLibrary } from "../conventions/index.js";
import { scoreValue } from "../evaluate.js";
import type { BinaryEvidence } from "../evidence.js";
import type { BinaryMask, Raster } from "../raster.js";
import { ratio, type Score } from "../score.js";
import type { Settings } from "../settings.js";
import { type HardCounts, hardCounts } from "../sums.js";
import { correctedTallies, partOf, withEnds } from "./correct.js";
import { regionKinds } from "./kinds.js";
import { type FoundRegions, type RegionList, reorder } from "./list.js";
import { pixelsByLabel } from "./pixelsOf.js";

/** What a pair would gain if one region were corrected; NaN where a score is undefined, before or after, or not computed. */
export interface RegionGains {
  /** By how much the IoU and the Dice coefficient (F1) of the hard masks would rise. */
  readonly iou: Float64Array;
  readonly dice: Float64Array;
  /** By how much the chosen score would get better: a loss falls by it, a metric rises. */
  readonly chosen: Float64Array;
}

/** Regions with their gains, largest gain of the chosen score first; row by row. */
export interface RankedRegions {
  readonly list: RegionList;
  readonly gains: RegionGains;
}

type CountScore = (counts: HardCounts) => number | null;

const iouOf: CountScore = ({ tp, fp, fn }) => ratio(tp, tp + fp + fn);
const diceOf: CountScore = ({ tp, fp, fn }) => ratio(2 * tp, 2 * tp + fp + fn);

/** The scores whose gain follows from tallies alone, for every region at once. */
export function canRankRegions({ family, kinds, id }: Score): boolean {
  return family === "pixel" && kinds.includes("binary") && id !== "best_threshold";
}

/**
 * Ranks the regions of error by what a score would gain from each correction.
 *
 * @param evidence of the same pair, tallies at least.
 * @param score one of those that {@link canRankRegions}.
 */
export function rankRegions(
  truth: BinaryMask,
  prediction: Raster,
  { list, labels }: FoundRegions,
  evidence: BinaryEvidence,
  score: Score,
  settings: Settings,
): RankedRegions {
  const { threshold } = settings;
  const counts = hardCounts(evidence.pixels, threshold);
  // Nothing is above 1, not even p = 1: then no missed pixel can be corrected.
  const rise = (of: CountScore) =>
    Float64Array.from(list.pixels, (n, row) =>
      regionKinds[list.kinds[row]].side === "fp"
        ? gainOf(of, counts, 0, n)
        : gainOf(of, counts, threshold < 1 ? n : 0, 0),
    );
  const [iou, dice] = [rise(iouOf), rise(diceOf)];
  const isCounted = score.id === "iou" && !isLibrary(settings.preset);
  const chosen = isCounted ? iou : chosenGains({ truth, prediction, labels, evidence, score, settings, iou });
  const rows = largestFirst(chosen, (row) => list.pixels[row]);
  const sorted = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return { list: reorder(list, rows), gains: { iou: sorted(iou), dice: sorted(dice), chosen: sorted(chosen) } };
}

function gainOf(of: CountScore, counts: HardCounts, found: number, dropped: number): number {
  const { tp, fp, fn, tn } = counts;
  const after = of({ tp: tp + found, fp: fp - dropped, fn: fn - found, tn: tn + dropped });
  const before = of(counts);
  return after === null || before === null ? Number.NaN : after - before;
}

/** What one ranking may cost, in cells gone through: about a second. Few masks have so many regions. */
const MOST_CELLS = 15e6;
/** A region costs this much beside the levels of the tally. */
const CELLS_A_REGION = 2000;

interface Ranking {
  readonly truth: BinaryMask;
  readonly prediction: Raster;
  readonly labels: FoundRegions["labels"];
  readonly evidence: BinaryEvidence;
  readonly score: Score;
  readonly settings: Settings;
  /** The gain in IoU: the regions with the largest are computed first. */
  readonly iou: Float64Array;
}

function chosenGains({ truth, prediction, labels, evidence, score, settings, iou }: Ranking): Float64Array {
  const { order: pixels, starts } = pixelsByLabel(labels.regions);
  const weight = "kernel" in score.parameters ? boundaryWeight(truth, settings.kernel) : undefined;
  const { kind, pixels: tally, weighted } = evidence;
  const whole = { kind, pixels: withEnds(tally), ...(weighted && { weighted: withEnds(weighted) }) };
  const before = scoreValue(score, evidence, settings);
  const sign = score.better === "lower" ? -1 : 1;
  const gains = new Float64Array(labels.regions.count).fill(Number.NaN);
  if (typeof before !== "number") return gains;
  const most = Math.ceil(MOST_CELLS / (CELLS_A_REGION + whole.pixels.levels.length));
  const rows = largestFirst(iou, (row) => starts[row + 2] - starts[row + 1]).subarray(0, most);
  for (const row of rows) {
    const part = partOf(truth, prediction, pixels.subarray(starts[row + 1], starts[row + 2]), weight);
    const after = scoreValue(score, correctedTallies(whole, part), settings);
    if (typeof after === "number") gains[row] = sign * (after - before);
  }
  return gains;
}

/** Rows by falling gain; undefined gains last; of equals the larger region. */
function largestFirst(gains: Float64Array, pixelsOf: (row: number) => number): Uint32Array {
  const key = (row: number) => (Number.isNaN(gains[row]) ? Number.NEGATIVE_INFINITY : gains[row]);
  return Uint32Array.from(gains, (_, row) => row).sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return x === y ? pixelsOf(b) - pixelsOf(a) || a - b : y - x;
  });
}
