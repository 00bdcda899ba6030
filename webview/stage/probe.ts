import { signedDistance } from "../../src/core/boundary/distanceTallies.js";
import { UNIT_SPACING } from "../../src/core/boundary/spacing.js";
import { boundaryWeightAt } from "../../src/core/boundary/weight.js";
import { losses } from "../../src/core/losses/index.js";
import { indexProbabilities } from "../../src/core/maps/levelIndex.js";
import { FOREGROUND, IGNORED } from "../../src/core/raster.js";
import type { Score } from "../../src/core/score.js";
import type { Settings } from "../../src/core/settings.js";
import type { Reading } from "../breakdown/analysis.js";
import { regionOf } from "../paint/tables.js";
import { valueAt } from "../paint/weightedLoss.js";
import { otherClassSquaresAt } from "./classMasks.js";
import type { Region } from "./palettes.js";
import type { Scene } from "./scene.js";
import type { Point } from "./viewport.js";

/** One pixel of a binary pair in numbers, all of them exact. */
export interface Probe extends Point {
  readonly truth: "0" | "1" | "ignored";
  readonly region: Region | null;
  readonly p: number;
  /** As the file holds it, "107 / 255"; null where several stored values share an index. */
  readonly stored: string | null;
  /** null: it is not computed yet. */
  readonly weight: number | null;
  /** Signed, to the truth's boundary. */
  readonly distance: number;
  readonly losses: readonly LossOfPixel[];
}

/** What a pixel has to do with a loss. */
export interface LossOfPixel {
  readonly id: string;
  readonly title: string;
  /** A part of the loss, or how the loss follows the probability. */
  readonly kind: "share" | "gradient";
  readonly value: number;
  /** Of a share: its part of the whole loss; null where shares can be below 0, and parts say nothing. */
  readonly part: number | null;
}

/** @param readings the values of the losses. */
export function probeAt(scene: Scene, { x, y }: Point, settings: Settings, readings: readonly Reading[]): Probe {
  const { view, evidence, weight, gathered } = scene;
  const { pixels } = view;
  const mask = { width: pixels.width, height: pixels.height, pixels: pixels.truth };
  const i = y * pixels.width + x;
  const truth = pixels.truth[i];
  const isIgnored = truth === IGNORED;
  const tally = evidence.pixels;
  const p = indexProbabilities(tally)[pixels.prediction[i]];
  const exactWeight = gathered && weight && boundaryWeightAt(mask, gathered.kernel, x, y, weight.scale);
  const [ofTruth, ofPrediction] = otherClassSquaresAt(scene, x, y, settings.spacing ?? UNIT_SPACING);
  const distance = signedDistance(ofTruth, truth);
  const weights = {
    weighted: exactWeight ?? 0,
    signedDistance: distance,
    squaredDistance: ofTruth + ofPrediction,
  };

  const lossOf = (score: Score): LossOfPixel[] => {
    const entry = (kind: LossOfPixel["kind"], value: number, whole: number | null | undefined): LossOfPixel => ({
      id: score.id,
      title: score.title,
      kind,
      value,
      part: kind === "share" && whole && score.range[0] >= 0 ? value / whole : null,
    });
    const whole = readings.find((reading) => reading.score.id === score.id)?.value;
    const isSum = score.sharing === "sum";
    const tables = isSum ? scene.analyst.lossTables(score, settings) : scene.analyst.gradientTables(score, settings);
    return tables ? [entry(isSum ? "share" : "gradient", valueAt(i, pixels, tables, weights), whole)] : [];
  };

  return {
    x,
    y,
    truth: isIgnored ? "ignored" : truth === FOREGROUND ? "1" : "0",
    region: isIgnored ? null : regionOf(p, truth, settings.threshold),
    p,
    stored: tally.maximum > 1 ? `${Math.round(p * tally.maximum)} / ${tally.maximum}` : null,
    weight: exactWeight,
    distance,
    losses: losses.flatMap(lossOf),
  };
}
