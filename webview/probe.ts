import { FOREGROUND, IGNORED } from "../src/core/raster.js";
import { indexProbabilities, lossAt } from "./paint.js";
import type { ShownLoss } from "./pictures.js";
import type { Probe } from "./readout.js";
import type { Scene } from "./scene.js";
import type { Point } from "./viewport.js";

/** One pixel of the pair in numbers. */
export function probeAt(
  { view, evidence, weight }: Scene,
  { x, y }: Point,
  loss: ShownLoss,
  value: number | null,
): Probe {
  const { pixels } = view;
  const i = y * pixels.width + x;
  const truth = pixels.truth[i];
  const share = loss.tables && lossAt(i, pixels, loss.tables, weight);
  return {
    x,
    y,
    truth: truth === IGNORED ? "ignored" : truth === FOREGROUND ? "1" : "0",
    p: indexProbabilities(evidence.pixels)[pixels.prediction[i]],
    weight: weight.minimum + (weight.bytes[i] / 255) * (weight.maximum - weight.minimum),
    loss: share === null ? null : { title: loss.title, share, part: value ? share / value : 0 },
  };
}
