import assert from "node:assert/strict";
import type { StoredImage } from "../../../src/formats/image.js";
import { interpretPair, type ReadOptions } from "../../../src/formats/interpret.js";
import { formatError, noise, row } from "./support.js";

const AUTO: ReadOptions = { kind: "auto", ignore: null };
const colours = Array.from({ length: 256 }, (_, i) => [(i * 37) % 256, (i * 91) % 256, i % 3] as const);

const size = 32;
const square = (samples: ArrayLike<number>, parts: Partial<StoredImage> = {}): StoredImage =>
  row(parts.bits === undefined || parts.bits === 8 ? Uint8Array.from(samples) : Uint16Array.from(samples), {
    width: size,
    height: samples.length / size / (parts.planes ?? 1),
    ...parts,
  });

/** A map of 4 x 4 tiles a pixel apart: every tile is one piece; `idOf` names it. */
const tiles = (idOf: (tile: number) => number) =>
  Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    return x % 4 === 0 || y % 4 === 0 ? 0 : idOf(8 * Math.floor(y / 4) + Math.floor(x / 4));
  });

const read = (truth: StoredImage, prediction: StoredImage, options = AUTO) => {
  const { kind, readAs } = interpretPair(truth, prediction, options);
  return `${kind}: ${readAs.truth}`;
};

describe("kind of a pair", () => {
  const objects = tiles((tile) => tile + 1);
  const classes = tiles((tile) => tile % 4);

  it("is labels for palettes, however the ids lie", () => {
    const image = square(objects, { palette: colours });
    assert.equal(read(image, image), "labels: class ids, palette");
    assert.equal(read(square(classes, { palette: colours }), square(objects)), "labels: class ids, palette");
  });

  it("is labels for small gray ids in several pieces, of any width", () => {
    for (const [bits, source] of [
      [8, "8 bit"],
      [16, "16 bit"],
    ] as const) {
      const image = square(classes, { bits });
      assert.equal(read(image, image), `labels: class ids, ${source}: ids up to 3`);
    }
  });

  it("is objects for 16-bit ids that are one piece each, or too large for classes", () => {
    const image = square(objects, { bits: 16 });
    assert.equal(read(image, image), "objects: object ids, 16 bit: nearly every id is one piece");
    const large = square(
      classes.map((id) => 300 * id),
      { bits: 16 },
    );
    assert.equal(read(large, large), "objects: object ids, 16 bit: ids up to 900");
  });

  it("takes int32 for labelled images, int64 for what argmax gives", () => {
    const few = tiles((tile) => (tile < 3 ? tile + 1 : 0));
    const [int32, int64] = [32, 64].map((bits) => square(few, { bits, layout: `NPY, int${bits}` }));
    assert.equal(read(int32, int32), "objects: object ids, NPY, int32: nearly every id is one piece");
    assert.equal(read(int64, int64), "labels: class ids, NPY, int64: ids up to 3");
  });

  it("is objects for bytes only when there are many, or when the prediction numbers them otherwise", () => {
    const image = square(objects);
    assert.equal(read(image, image), "objects: object ids, 8 bit: many ids, nearly every one in one piece");
    const few = tiles((tile) => (tile < 5 ? tile + 1 : 0));
    assert.equal(read(square(few), square(few)), "labels: class ids, 8 bit: ids up to 5");
    const renumbered = few.map((id) => (id === 0 ? 0 : (id % 5) + 1));
    assert.match(read(square(few), square(renumbered)), /^objects: .*the prediction numbers them otherwise/);
  });

  it("follows the prediction where the truth alone could be binary", () => {
    const [one, none] = [classes.map((id) => (id === 2 ? 2 : 0)), classes.map(() => 0)];
    for (const truth of [one, none]) {
      const [y, p] = [square(truth, { palette: colours }), square(classes, { palette: colours })];
      assert.equal(read(y, p), "labels: class ids, palette: the prediction has several indices");
    }
    const single = square(
      objects.map((id) => (id === 9 ? 1 : 0)),
      { bits: 16 },
    );
    assert.equal(
      read(single, square(objects, { bits: 16 })),
      "objects: object ids, 16 bit: the prediction numbers its pieces",
    );
  });

  it("stays binary for one foreground value and probabilities of any width", () => {
    const truth = classes.map((id) => (id > 0 ? 1 : 0));
    const soft = noise(size * size, 256);
    assert.match(read(square(truth), square(soft)), /^binary: 0\/1 mask/);
    assert.match(
      read(
        square(truth, { bits: 16 }),
        square(
          soft.map((value) => 257 * value),
          { bits: 16 },
        ),
      ),
      /^binary/,
    );
    assert.match(read(square(truth, { palette: colours }), square(soft)), /^binary: palette, index 1/);
  });

  it("is labels for values of listed classes, unless they look like a 0/255 mask of two", () => {
    const list = (n: number) => Array.from({ length: n }, (_, id) => ({ id }));
    const truth = square(classes.map((id) => (id > 0 ? 1 : 0)));
    const options = (n: number): ReadOptions => ({ ...AUTO, classes: list(n) });
    assert.equal(read(truth, truth, options(3)), "labels: class ids, 8 bit: values of the listed classes");
    assert.match(read(truth, truth, options(2)), /^labels/);
    const mask = square(classes.map((id) => (id > 0 ? 255 : 0)));
    for (const n of [2, 5]) {
      assert.match(read(mask, mask, options(n)), /^binary: 0\/255/);
      assert.match(read(mask, square(classes.map(() => 0)), options(n)), /^binary: 0\/255/);
      assert.match(read(truth, mask, options(n)), /^binary: 0\/1/);
      assert.match(read(mask, square(noise(size * size, 256)), options(n)), /^binary: 0\/255/);
    }
    assert.match(read(mask, square(classes), options(4)), /^labels: class ids, 8 bit, 255 = void \(ignored\)/);
    assert.match(read(truth, square(classes.map(() => 0)), options(4)), /^labels/);
    assert.match(read(square(objects, { bits: 16 }), square(objects, { bits: 16 }), options(3)), /^objects/);
  });

  it("is what the user says", () => {
    const image = square(classes);
    assert.match(read(image, image, { ...AUTO, kind: "objects" }), /^objects: object ids, 8 bit$/);
    assert.match(read(image, image, { ...AUTO, kind: "binary" }), /^binary/);
    const wide = square(objects, { bits: 16 });
    assert.match(read(wide, wide, { ...AUTO, kind: "labels" }), /^labels: class ids, 16 bit$/);
  });

  it("refuses probabilities beside several ids", () => {
    const soft = square(noise(size * size, 256));
    assert.throws(() => read(square(classes), soft), formatError(/prediction looks like probabilities/, /C x H x W/));
    const floats = { ...soft, samples: Float32Array.from(soft.samples, (value) => value / 255), bits: 32 };
    assert.throws(
      () => read(square(classes), floats),
      formatError(/prediction is one map of probabilities/, /--kind binary/),
    );
    assert.match(read(square(classes), floats, { ...AUTO, kind: "binary" }), /^binary/);
  });

  it("refuses a palette map beside a gray binary mask", () => {
    const mask = square(classes.map((id) => (id > 0 ? 255 : 0)));
    assert.throws(
      () => read(mask, square(classes, { palette: colours })),
      formatError(/prediction looks like a label map with 4 ids .*the truth like a binary mask/, /--kind labels/),
    );
  });
});
