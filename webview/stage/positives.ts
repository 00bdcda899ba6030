import { indexProbabilities } from "../../src/core/maps/levelIndex.js";
import type { Scene } from "./scene.js";

/** By index of the prediction, whether it is above the threshold. */
export function positives({ evidence }: Pick<Scene, "evidence">, threshold: number): Uint8Array {
  return Uint8Array.from(indexProbabilities(evidence.pixels), (p) => (p > threshold ? 1 : 0));
}
