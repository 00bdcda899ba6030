import { FOREGROUND, IGNORED } from "../src/core/raster.js";
import { distancesOf } from "./distances.js";
import { formatValue } from "./format.js";
import { indexProbabilities } from "./paint/tables.js";
import { byteValues, valueAt } from "./paint/weightedLoss.js";
import type { ShownLosses } from "./pictures.js";
import type { Scene } from "./scene.js";
import type { State } from "./state.js";
import type { Point } from "./viewport.js";

/** What is printed in each pixel when it is large enough: the number behind the layer chosen last. */
export function printed(
  scene: Scene,
  { layer }: State,
  { loss, gradient }: ShownLosses,
): ((pixel: Point) => string) | null {
  const { pixels } = scene.view;
  const at = ({ x, y }: Point) => y * pixels.width + x;
  const counted = (of: (i: number) => string) => (pixel: Point) => {
    const i = at(pixel);
    return pixels.truth[i] === IGNORED ? "·" : of(i);
  };
  switch (layer) {
    case "image":
      return null;
    case "truth":
      return counted((i) => (pixels.truth[i] === FOREGROUND ? "1" : "0"));
    case "weight": {
      const weightAt = weightsOf(scene);
      return weightAt && counted((i) => weightAt(i).toFixed(2));
    }
    case "distance": {
      const distance = distancesOf(scene.view);
      const step = (distance.maximum - distance.minimum) / 65535;
      return counted((i) => (distance.minimum + distance.words[i] * step).toFixed(1).replace("-", "−"));
    }
    case "loss":
    case "gradient": {
      const { tables } = layer === "loss" ? loss : gradient;
      if (!tables) return null;
      const weightAt = weightsOf(scene);
      return counted((i) => brief(valueAt(i, pixels, tables, weightAt?.(i) ?? 0)));
    }
    default: {
      const values = indexProbabilities(scene.evidence.pixels);
      return counted((i) => values[pixels.prediction[i]].toFixed(2).replace(/^0/, ""));
    }
  }
}

/** null: they are not there, and so is no table that they enter. */
function weightsOf({ weight }: Scene): ((i: number) => number) | null {
  if (!weight) return null;
  const values = byteValues(weight);
  return (i) => values[weight.bytes[i]];
}

/** Two digits: more do not fit a pixel. */
function brief(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatValue(value);
  return Math.abs(value) >= 0.01 && Math.abs(value) < 100
    ? value.toPrecision(2).replace("-", "−")
    : value.toExponential(0).replace("e-", "e−").replace(/^-/, "−");
}
