import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { encodePng } from "../../src/formats/png.js";
import { normals, seeded, smoothField } from "./field.js";
import { mosaicPng } from "./mosaic.js";

/** A generated data set: wavy blobs as truth, soft predictions of them, 8-bit gray PNG. */
export interface BenchData {
  readonly name: string;
  readonly pairs: number;
  /** Width and height, pixels. */
  readonly size: number;
  readonly seed: number;
  /** Copies of the field along each side: a large image is a mosaic of flipped copies of a small one. */
  readonly tiles?: number;
}

export const large: BenchData = { name: "large", pairs: 200, size: 1024, seed: 70000 };
export const small: BenchData = { name: "small", pairs: 10_000, size: 101, seed: 80000 };
export const folder500: BenchData = { name: "folder", pairs: 500, size: 256, seed: 90000 };
export const huge: BenchData = { name: "huge", pairs: 1, size: 16_384, seed: 95000, tiles: 16 };

export interface Folders {
  readonly truth: string;
  readonly predictions: string;
}

const cache = resolve(__dirname, "../../out/bench");

/** Makes the data set if it is not there yet. @returns its folders. */
export function makeData(data: BenchData): Folders {
  const folder = join(cache, `${data.name}-${data.pairs}x${data.size}-${data.seed}`);
  const [truth, predictions] = ["gt", "pred"].map((side) => join(folder, side));
  if (!existsSync(join(folder, "complete"))) {
    rmSync(folder, { recursive: true, force: true });
    for (const side of [truth, predictions]) mkdirSync(side, { recursive: true });
    for (let i = 0; i < data.pairs; i++) {
      const file = `${String(i).padStart(5, "0")}.png`;
      makePair(data, i, join(truth, file), join(predictions, file));
    }
    writeFileSync(join(folder, "complete"), "");
  }
  return { truth, predictions };
}

function makePair({ size, seed, tiles = 1 }: BenchData, index: number, truthFile: string, predictionFile: string) {
  const edge = size / tiles;
  const random = seeded(seed + index);
  const shape = smoothField(random, edge, edge / (6 + 10 * random()));
  const bias = 0.3 + 0.8 * random();
  const error = smoothField(random, edge, edge / 20);
  const [errorSize, steepness] = [0.1 + 0.25 * random(), 3 + 3 * random()];
  const noise = normals(random, edge * edge);
  const truth = new Uint8Array(edge * edge);
  const prediction = new Uint8Array(edge * edge);
  for (let i = 0; i < truth.length; i++) {
    const level = shape[i] - bias;
    truth[i] = level > 0 ? 255 : 0;
    const logit = steepness * (level + errorSize * error[i]) + 0.16 * noise[i];
    prediction[i] = Math.round(255 / (1 + Math.exp(-logit)));
  }
  for (const [file, samples] of [
    [truthFile, truth],
    [predictionFile, prediction],
  ] as const) {
    const image = { width: edge, height: edge, channels: 1, samples } as const;
    writeFileSync(file, tiles > 1 ? mosaicPng(samples, edge, tiles) : encodePng(image));
  }
}
