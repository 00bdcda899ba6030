import type { MapError } from "../../src/core/maps/mapErrors.js";
import type { HardCounts } from "../../src/core/sums.js";
import type { PairScores, Position } from "../../src/protocol/pairView.js";
import type { Arrangement, Layer } from "../../src/protocol/persisted.js";
import { formatCount } from "../ui/format.js";

export const layerTitles: Readonly<Record<Layer, string>> = {
  errors: "Errors",
  truth: "Truth",
  prediction: "Prediction",
  probability: "Probability",
  weight: "Boundary weight",
  loss: "Per-pixel loss",
  image: "Image",
  gradient: "Gradient",
  distance: "Signed distance",
  otherErrors: "Errors of A",
  agreement: "Agreement of A and B",
};

export const arrangementTitles: Readonly<Record<Arrangement, string>> = {
  single: "Single",
  sideBySide: "Side by side",
  grid: "2 × 2",
  swipe: "Swipe",
  onion: "Onion skin",
  blink: "Blink",
};

/** "17/500". */
export function positionText({ rank, of }: Pick<Position, "rank" | "of">): string {
  return `${rank}/${of}`;
}

/** The same of label and instance maps. */
export function mapSentence(
  { name, position, kind }: Pick<PairScores, "name" | "position" | "kind">,
  counts: Readonly<Record<MapError, number>>,
  showing: string,
): string {
  const pair = position ? `Pair ${position.rank} of ${position.of}, ${name}` : `Pair ${name}`;
  const wrong = counts.wrong + counts.missed + counts.false + counts.split + counts.merged;
  const what = kind === "labels" ? "of the wrong class" : "in objects without a match";
  return `${pair}: ${formatCount(counts.right)} pixels right, ${formatCount(wrong)} ${what}; showing ${showing}`;
}

/** What the stage shows, in short. */
export interface StageFacts {
  readonly name: string;
  readonly position: Position | undefined;
  readonly iou: number | null;
  /** What the picture shows, in words. */
  readonly showing: string;
}

/** "Pair 17 of 500, road_0412". */
export function stageTitle({ name, position }: Pick<StageFacts, "name" | "position">): string {
  return position ? `Pair ${position.rank} of ${position.of}, ${name}` : `Pair ${name}`;
}

export function scoreText(iou: number | null): string {
  return iou === null ? "IoU undefined" : `IoU ${iou.toFixed(2)}`;
}

/** The stage in one sentence, for those who do not see it. */
export function stageSentence({ counts, ...stage }: StageFacts & { readonly counts: HardCounts }): string {
  const fp = `${formatCount(counts.fp)} false-positive`;
  const fn = `${formatCount(counts.fn)} false-negative`;
  return `${stageTitle(stage)}: ${scoreText(stage.iou)}, ${fp} and ${fn} pixels; showing ${stage.showing}`;
}
