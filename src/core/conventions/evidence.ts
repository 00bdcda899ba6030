import { type BandCounts, bandWidth, mergeBands } from "../boundary/bands.js";
import { type BitMask, lowestBit, predictionBits, truthBits } from "../boundary/bitMask.js";
import { edgePixels } from "../boundary/edges.js";
import { erode } from "../boundary/erode.js";
import { nearestSquares } from "../boundary/nearest.js";
import { PointCollector, type Points } from "../boundary/points.js";
import { type Spacing, UNIT_SPACING } from "../boundary/spacing.js";
import { tallyWeights } from "../count.js";
import type { BinaryMask, Raster } from "../raster.js";
import { mergeTallies, type Tally } from "../tally.js";
import { borderWeight } from "./borderWeight.js";
import { kerasTorchWeight } from "./kerasTorchWeight.js";

/** What only the conventions of other libraries need of the pixels of a binary pair. */
export interface PeerEvidence {
  /** Mask pixels nearer than d to an edge pixel of their mask: MetricsReloaded's boundary. */
  readonly discs: BandCounts;
  /** Squared distances from the edge pixels to the pixel left above the corner, where the other mask is empty. */
  readonly cornerSquares: Float64Array;
  /** Longest squared distance from a pixel of one mask to the other mask; 0 where both are empty, infinite where one is. */
  readonly filledSquare: number;
  /** Every pixel counts petrosgk's weight w (three near the truth's border, one elsewhere, scaled to mean 1). */
  readonly border: Tally;
  /** Every pixel counts w². */
  readonly borderSquared: Tally;
  /** Every pixel counts the boundary weight as Keras 3 on torch pools it. */
  readonly kerasTorch: Tally;
}

export function gatherPeers(
  truth: BinaryMask,
  prediction: Raster,
  threshold: number,
  kernel: number,
  spacing: Spacing,
): PeerEvidence {
  const masks = [truthBits(truth), predictionBits(truth, prediction, threshold)] as const;
  const edges = [edgePixels(masks[0]), edgePixels(masks[1])] as const;
  const weight = borderWeight(truth, kernel);
  return {
    discs: discBands(masks, edges, bandWidth(truth.width, truth.height)),
    cornerSquares: Float64Array.from([
      ...(edges[1].xs.length === 0 ? fromCorner(edges[0], spacing) : []),
      ...(edges[0].xs.length === 0 ? fromCorner(edges[1], spacing) : []),
    ]),
    filledSquare: Math.max(
      longest(without(masks[0], masks[1].words), edges[1], spacing),
      longest(without(masks[1], masks[0].words), edges[0], spacing),
    ),
    border: tallyWeights(truth, prediction, (add) => add(weight, 0)),
    borderSquared: tallyWeights(truth, prediction, (add) =>
      add(
        weight.map((w) => w * w),
        0,
      ),
    ),
    kerasTorch: tallyWeights(truth, prediction, (add) => add(kerasTorchWeight(truth, kernel), 0)),
  };
}

export function mergePeers(a: PeerEvidence, b: PeerEvidence): PeerEvidence {
  return {
    discs: mergeBands(a.discs, b.discs),
    cornerSquares: Float64Array.from([...a.cornerSquares, ...b.cornerSquares]),
    filledSquare: Math.max(a.filledSquare, b.filledSquare),
    border: mergeTallies(a.border, b.border),
    borderSquared: mergeTallies(a.borderSquared, b.borderSquared),
    kerasTorch: mergeTallies(a.kerasTorch, b.kerasTorch),
  };
}

type Both<Of> = readonly [truth: Of, prediction: Of];

/** Source: MetricsReloaded, BinaryPairwiseMeasures.boundary_iou with boundary_dist = d. */
function discBands(masks: Both<BitMask>, edges: Both<Points>, d: number): BandCounts {
  const counts = { truth: 0, prediction: 0, both: 0 };
  const { width, height } = masks[0];
  const inTruth = new Uint8Array(width * height);
  for (const [i, side] of (["truth", "prediction"] as const).entries()) {
    // Nothing that d erosions by squares leave is nearer than d to the edge.
    const points = pointsOf(without(masks[i], erode(masks[i], d).words));
    const squares = nearestSquares(points, edges[i], UNIT_SPACING);
    for (let n = 0; n < squares.length; n++) {
      if (squares[n] >= d * d) continue;
      const at = points.ys[n] * width + points.xs[n];
      counts[side]++;
      if (side === "truth") inTruth[at] = 1;
      else counts.both += inTruth[at];
    }
  }
  return counts;
}

/** From the pixels of a mask outside the other to the other, whose nearest pixel is one of its edge. */
function longest(outside: BitMask, edges: Points, spacing: Spacing): number {
  return nearestSquares(pointsOf(outside), edges, spacing).reduce((most, square) => Math.max(most, square), 0);
}

function without(mask: BitMask, words: Int32Array): BitMask {
  return { ...mask, words: mask.words.map((bits, i) => bits & ~words[i]) };
}

function pointsOf({ height, stride, words }: BitMask): Points {
  const collector = new PointCollector();
  for (let y = 0, i = 0; y < height; y++) {
    for (let word = 0; word < stride; word++, i++) {
      for (let bits = words[i]; bits !== 0; bits &= bits - 1) collector.add(32 * word + lowestBit(bits), y, 1);
    }
  }
  return collector.points;
}

/** scipy's distance transform of an image without zeros takes the pixel at row -1, column 0 for the nearest zero. */
function fromCorner({ xs, ys }: Points, [sx, sy]: Spacing): Float64Array {
  return Float64Array.from(xs, (x, i) => (x * sx) ** 2 + ((ys[i] + 1) * sy) ** 2);
}
