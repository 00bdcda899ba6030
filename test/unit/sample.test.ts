import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PNG } from "pngjs";
import { writeSample } from "../../media/make-sample/sample.mjs";

const SAMPLE = resolve("media/sample");
const FOLDERS = ["images", "gt", "pred/unet-v1", "pred/unet-v2"] as const;
const NAMES = readdirSync(join(SAMPLE, "gt")).sort();

interface Gray {
  readonly width: number;
  readonly height: number;
  /** 0 to 255. */
  readonly values: Uint8Array;
}
type Mask = Uint8Array;

function gray(folder: (typeof FOLDERS)[number], name: string): Gray {
  const { width, height, data } = PNG.sync.read(readFileSync(join(SAMPLE, folder, `${name}.png`)));
  return { width, height, values: Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0) };
}
const above = ({ values }: Gray, t: number): Mask => values.map((v) => (v > 255 * t ? 1 : 0));
const area = (mask: Mask): number => mask.reduce((sum, v) => sum + v, 0);
const both = (a: Mask, b: Mask): Mask => a.map((v, i) => v & (b[i] ?? 0));
const not = (a: Mask): Mask => a.map((v) => 1 - v);
const iou = (a: Mask, b: Mask): number => area(both(a, b)) / (area(a) + area(b) - area(both(a, b)));

/** The 8-connected components, as lists of pixel indices. */
function components(mask: Mask, width: number): number[][] {
  const left = Uint8Array.from(mask);
  const found: number[][] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== 1) continue;
    left[start] = 0;
    const pixels = [start];
    for (const i of pixels) {
      for (const dy of [-width, 0, width]) {
        for (const dx of [-1, 0, 1]) {
          const k = i + dx + dy;
          if (left[k] !== 1 || Math.abs((k % width) - (i % width)) > 1) continue;
          left[k] = 0;
          pixels.push(k);
        }
      }
    }
    found.push(pixels);
  }
  return found;
}

/** The mask moved right and down; what enters at a side is background. */
function moved(mask: Mask, width: number, dx: number, dy: number): Mask {
  return mask.map((_, i) => {
    const x = (i % width) - dx;
    return x < 0 || x >= width ? 0 : (mask[i - dx - dy * width] ?? 0);
  });
}

/** Truth, and both predictions cut at .5. */
function pair(name: string) {
  const truth = gray("gt", name);
  const v1 = gray("pred/unet-v1", name);
  const v2 = gray("pred/unet-v2", name);
  const masks = { truth: above(truth, 0.5), v1: above(v1, 0.5), v2: above(v2, 0.5) };
  return {
    ...masks,
    width: truth.width,
    soft: { v1, v2 },
    iou1: iou(masks.v1, masks.truth),
    iou2: iou(masks.v2, masks.truth),
  };
}

describe("sample: the files", () => {
  it("has a dozen pairs, with the same names everywhere", () => {
    assert.equal(NAMES.length, 12);
    for (const folder of FOLDERS) assert.deepEqual(readdirSync(join(SAMPLE, folder)).sort(), NAMES);
  });

  it("is under 400 kB", () => {
    const files = readdirSync(SAMPLE, { recursive: true, encoding: "utf8" }).map((file) =>
      statSync(join(SAMPLE, file)),
    );
    const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
    assert.ok(bytes < 400_000, `${bytes} bytes`);
  });

  it("holds RGB images and gray masks of 8 bits; the truth is 0 or 255", () => {
    for (const folder of FOLDERS) {
      for (const file of NAMES) {
        const [depth, colorType] = readFileSync(join(SAMPLE, folder, file)).subarray(24, 26);
        assert.deepEqual([depth, colorType], [8, folder === "images" ? 2 : 0], `${folder}/${file}`);
      }
    }
    for (const file of NAMES) {
      const levels = new Set(gray("gt", file.replace(".png", "")).values);
      for (const level of levels) assert.ok(level === 0 || level === 255, `${file} has ${level}`);
    }
  });

  it("is what the generator writes", function () {
    this.timeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), "mask-inspector-sample-"));
    try {
      writeSample(folder);
      for (const file of FOLDERS.flatMap((place) => NAMES.map((name) => join(place, name)))) {
        const [kept, made] = [SAMPLE, folder].map((root) => readFileSync(join(root, file)));
        assert.ok(kept && made);
        // Equal bytes, or (the zlib of another Node version packs differently) equal pixels.
        const same = kept.equals(made) || PNG.sync.read(kept).data.equals(PNG.sync.read(made).data);
        assert.ok(same, `${file} differs: run npx tsx media/make-sample.mts`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("sample: every pair shows its failure", () => {
  it("leaf-perfect: nothing is wrong", () => {
    const { iou1, iou2 } = pair("leaf-perfect");
    assert.ok(iou1 > 0.95 && iou2 > 0.97, `${iou1} ${iou2}`);
  });

  it("ship-shift: the prediction fits when moved back", () => {
    const { truth, v1, v2, width, iou1, iou2 } = pair("ship-shift");
    assert.ok(iou(moved(v1, width, -2, -1), truth) > iou1 + 0.05);
    assert.ok(iou2 < 0.65 && iou(moved(v2, width, -6, -5), truth) > 0.93);
  });

  it("polyp-hole: background inside the object", () => {
    const { truth, v1, v2, width } = pair("polyp-hole");
    for (const [mask, least] of [
      [v1, 300],
      [v2, 80],
    ] as const) {
      const [, hole] = components(not(mask), width);
      assert.ok(hole && hole.length > least && hole.every((i) => truth[i] === 1));
    }
  });

  it("lesion-halo: too much all around, and soft", () => {
    const { truth, v1, v2, soft } = pair("lesion-halo");
    for (const mask of [v1, v2]) assert.ok(area(both(truth, mask)) > 0.99 * area(truth));
    assert.ok(area(v1) > 1.5 * area(truth) && area(v2) > 1.15 * area(truth));
    const unsure = soft.v1.values.filter((v) => v > 25 && v < 230).length;
    assert.ok(unsure > 0.5 * area(truth), `${unsure} px between .1 and .9`);
  });

  it("cells-merged: two cells are one object for unet-v1", () => {
    const { truth, v1, v2, width } = pair("cells-merged");
    assert.deepEqual(
      [truth, v1, v2].map((mask) => components(mask, width).length),
      [8, 7, 8],
    );
  });

  it("river-split: one river is two objects", () => {
    const { truth, v1, v2, width } = pair("river-split");
    assert.deepEqual(
      [truth, v1, v2].map((mask) => components(mask, width).length),
      [1, 2, 2],
    );
  });

  it("crack-specks: false positives of one to three pixels", () => {
    const { truth, v1, v2, width, iou1, iou2 } = pair("crack-specks");
    const specks = (mask: Mask) =>
      components(mask, width).filter((c) => c.length <= 3 && c.every((i) => truth[i] === 0));
    assert.ok(specks(v1).length > 25 && specks(v2).length >= 4, `${specks(v1).length} ${specks(v2).length}`);
    assert.ok(iou1 > 0.7 && iou2 > 0.85, `${iou1} ${iou2}`);
  });

  it("vessels-thin: fine vessels are lost and broken, wide ones kept", () => {
    const { truth, v1, v2, width } = pair("vessels-thin");
    const found = [v1, v2].map((mask) => area(both(mask, truth)) / area(truth));
    assert.ok((found[0] ?? 1) < 0.6 && (found[1] ?? 1) < 0.8 && (found[1] ?? 0) > (found[0] ?? 0), `recall ${found}`);
    for (const mask of [v1, v2]) {
      assert.ok(area(both(mask, truth)) > 0.85 * area(mask));
      assert.ok(components(mask, width).length >= components(truth, width).length + 5);
    }
  });

  it("farmland-empty-truth: an object where there is none", () => {
    const { truth, v1, v2 } = pair("farmland-empty-truth");
    assert.equal(area(truth), 0);
    assert.ok(area(v1) > area(v2) && area(v2) > 0);
  });

  it("cars-missed: whole cars are missing", () => {
    const { truth, v1, v2, width } = pair("cars-missed");
    const missed = (mask: Mask) => components(truth, width).filter((c) => c.every((i) => mask[i] === 0)).length;
    assert.deepEqual([components(truth, width).length, missed(v1), missed(v2)], [6, 2, 1]);
  });

  it("cloud-threshold: nothing at .5, nearly everything at .3, for unet-v1", () => {
    const { truth, iou1, iou2, soft } = pair("cloud-threshold");
    assert.ok(iou1 < 0.01 && iou2 > 0.9, `${iou1} ${iou2}`);
    assert.ok(iou(above(soft.v1, 0.3), truth) > 0.8);
  });

  it("road-inverted: the complement fits, for unet-v1", () => {
    const { truth, v1, iou1, iou2 } = pair("road-inverted");
    assert.ok(iou1 < 0.05 && iou(not(v1), truth) > 0.8 && iou2 > 0.9, `${iou1} ${iou2}`);
  });
});

describe("sample: the two models", () => {
  it("unet-v2 is better on average, and worse on the ship and the river", () => {
    const pairs = NAMES.map((file) => ({ file, ...pair(file.replace(".png", "")) })).filter(
      ({ truth }) => area(truth) > 0,
    );
    const mean = (key: "iou1" | "iou2") => pairs.reduce((sum, p) => sum + p[key], 0) / pairs.length;
    assert.ok(mean("iou2") > mean("iou1") + 0.1, `${mean("iou1")} ${mean("iou2")}`);
    const worse = pairs.filter((p) => p.iou2 < p.iou1 - 0.03).map((p) => p.file);
    assert.deepEqual(worse, ["river-split.png", "ship-shift.png"]);
  });
});
