import type { HardCounts } from "../src/core/sums.js";
import type { Position } from "../src/protocol/pairView.js";
import type { Arrangement, Layer } from "../src/protocol/persisted.js";
import { formatCount } from "./format.js";

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
export function positionText({ rank, of }: Position): string {
  return `${rank}/${of}`;
}

/** The stage in one sentence, for those who do not see it. */
export function stageSentence(stage: {
  readonly name: string;
  readonly position: Position | undefined;
  readonly iou: number | null;
  readonly counts: HardCounts;
  /** What the picture shows, in words. */
  readonly showing: string;
}): string {
  const { name, position, iou, counts, showing } = stage;
  const pair = position ? `Pair ${position.rank} of ${position.of}, ${name}` : `Pair ${name}`;
  const score = iou === null ? "IoU undefined" : `IoU ${iou.toFixed(2)}`;
  const fp = `${formatCount(counts.fp)} false-positive`;
  const fn = `${formatCount(counts.fn)} false-negative`;
  return `${pair}: ${score}, ${fp} and ${fn} pixels; showing ${showing}`;
}
