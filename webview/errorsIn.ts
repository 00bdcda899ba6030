import { type ErrorSummary, summariseErrors } from "../src/core/regions/summary.js";
import { positives } from "./positives.js";
import type { Scene } from "./scene.js";

/** The regions of error of the pair on the page, in short. Looks at every pixel. */
export function errorsIn(scene: Scene, threshold: number): ErrorSummary {
  const { truth, prediction } = scene.view.pixels;
  const isPositive = positives(scene, threshold);
  return summariseErrors(
    { ...scene.size, pixels: truth },
    Uint8Array.from(prediction, (index) => isPositive[index]),
  );
}
