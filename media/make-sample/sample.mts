/** Scenes -> the files of `media/sample/`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { believe, type Model, rasterize, toProbabilities } from "./model.mjs";
import { paint } from "./paint.mjs";
import { encodePng } from "./png.mjs";
import type { Belief, Scene } from "./scene.mjs";
import { scenes } from "./scenes/index.mjs";

/** The weaker model strays from outlines and is vague about them; the better one is crisp. */
const MODELS = {
  "unet-v1": { seed: 1000, soft: 1.2, stray: 1.8, grain: 0.3, sure: 7 },
  "unet-v2": { seed: 2000, soft: 0.8, stray: 0.8, grain: 0.2, sure: 7.5 },
} as const satisfies Record<string, Model>;

function predict({ width, height, seed }: Scene, belief: Belief, base: Model): Uint8Array {
  const model = { ...base, seed: base.seed + seed, ...belief.model };
  const logits = believe(width, height, belief.shape, model);
  const { edit } = belief;
  return toProbabilities(edit ? logits.map((logit, i) => edit(logit, i % width, Math.floor(i / width))) : logits);
}

/** Writes every picture of the sample into `folder`: images, gt, pred/unet-v1, pred/unet-v2. */
export function writeSample(folder: string): void {
  for (const scene of scenes) {
    const { width, height } = scene;
    const truth = rasterize(width, height, scene.truth).map((inside) => 255 * inside);
    const files = {
      images: encodePng(width, height, 3, paint(width, height, scene.paint)),
      gt: encodePng(width, height, 1, truth),
      "pred/unet-v1": encodePng(width, height, 1, predict(scene, scene.v1, MODELS["unet-v1"])),
      "pred/unet-v2": encodePng(width, height, 1, predict(scene, scene.v2, MODELS["unet-v2"])),
    };
    for (const [place, bytes] of Object.entries(files)) {
      const file = join(folder, place, `${scene.name}.png`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }
}
