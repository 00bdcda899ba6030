import { indexProbabilities } from "../../src/core/maps/levelIndex.js";
import { FOREGROUND, IGNORED } from "../../src/core/raster.js";
import { planesFor, valueAt, weightsAt } from "../paint/weightedLoss.js";
import { weightPlanes } from "../paint/weightPlanes.js";
import type { State } from "../state/state.js";
import { formatValue } from "../ui/format.js";
import type { ShownLosses } from "./pictures.js";
import type { Distances, Scene } from "./scene.js";
import type { Point } from "./viewport.js";

/** What is printed in each pixel when it is large enough: the number behind the layer chosen last. */
export function printed(
  scene: Scene,
  { layer }: State,
  { loss, gradient }: ShownLosses,
  distances: Distances | null,
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
      const { weighted } = weightPlanes(scene.weight, null);
      return weighted ? counted((i) => weighted.values[weighted.samples[i]].toFixed(2)) : null;
    }
    case "distance": {
      const { signedDistance: signed } = weightPlanes(null, distances);
      return signed ? counted((i) => signed.values[signed.samples[i]].toFixed(1).replace("-", "−")) : null;
    }
    case "loss":
    case "gradient": {
      const { tables } = layer === "loss" ? loss : gradient;
      if (!tables) return null;
      const planes = planesFor(tables, weightPlanes(scene.weight, distances));
      return planes && counted((i) => brief(valueAt(i, pixels, tables, weightsAt(planes, i))));
    }
    default: {
      const values = indexProbabilities(scene.evidence.pixels);
      return counted((i) => values[pixels.prediction[i]].toFixed(2).replace(/^0/, ""));
    }
  }
}

/** Two digits: more do not fit a pixel. */
function brief(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatValue(value);
  return Math.abs(value) >= 0.01 && Math.abs(value) < 100
    ? value.toPrecision(2).replace("-", "−")
    : value.toExponential(0).replace("e-", "e−").replace(/^-/, "−");
}
