import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { encodePng } from "../../src/formats/png.js";
import { normals, seeded, smoothField } from "./field.js";

/** A generated data set: wavy blobs as truth, soft predictions of them. */
export interface BenchData {
  readonly name: string;
  readonly pairs: number;
  readonly size: number;
  readonly seed: number;
}

export const large: BenchData = { name: "large", pairs: 200, size: 1024, seed: 70000 };

const cache = resolve(__dirname, "../../out/bench");

/** Makes the data set if it is not there yet. @returns its folders. */
export function makeData(data: BenchData): {
  readonly truth: string;
  readonly predictions: string;
  readonly bytes: number;
} {
  const folder = join(cache, `${data.name}-${data.pairs}x${data.size}-${data.seed}`);
  const [truth, predictions] = ["gt", "pred"].map((side) => join(folder, side));
  for (const side of [truth, predictions]) mkdirSync(side, { recursive: true });
  let bytes = 0;
  for (let i = 0; i < data.pairs; i++) {
    const file = `${String(i).padStart(5, "0")}.png`;
    if (!existsSync(join(predictions, file))) makePair(data, i, join(truth, file), join(predictions, file));
    bytes += statSync(join(truth, file)).size + statSync(join(predictions, file)).size;
  }
  return { truth, predictions, bytes };
}

function makePair({ size, seed }: BenchData, index: number, truthFile: string, predictionFile: string): void {
  const random = seeded(seed + index);
  const shape = smoothField(random, size, size / (6 + 10 * random()));
  const bias = 0.3 + 0.8 * random();
  const error = smoothField(random, size, size / 20);
  const [errorSize, steepness] = [0.1 + 0.25 * random(), 3 + 3 * random()];
  const noise = normals(random, size * size);
  const truth = new Uint8Array(size * size);
  const prediction = new Uint8Array(size * size);
  for (let i = 0; i < truth.length; i++) {
    const level = shape[i] - bias;
    truth[i] = level > 0 ? 255 : 0;
    const logit = steepness * (level + errorSize * error[i]) + 0.16 * noise[i];
    prediction[i] = Math.round(255 / (1 + Math.exp(-logit)));
  }
  const image = { width: size, height: size, channels: 1 } as const;
  // The prediction last: its presence says that the pair is complete.
  writeFileSync(truthFile, encodePng({ ...image, samples: truth }));
  writeFileSync(predictionFile, encodePng({ ...image, samples: prediction }));
}
