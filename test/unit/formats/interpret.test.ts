import assert from "node:assert/strict";
import type { StoredImage } from "../../../src/formats/image.js";
import { type BinaryReading, interpretPair, type ReadOptions } from "../../../src/formats/interpret.js";
import { formatError, noise, row } from "./support.js";

const AUTO: ReadOptions = { kind: "auto", ignore: null };
const BINARY: ReadOptions = { kind: "binary", ignore: null };

function readBinary(truth: StoredImage, prediction: StoredImage, options = AUTO): BinaryReading {
  const reading = interpretPair(truth, prediction, options);
  if (reading.kind !== "binary") throw new TypeError(`read as ${reading.kind}`);
  return reading;
}

function readTruth(truth: StoredImage, options = AUTO) {
  const blank = new Uint8Array(truth.width * truth.height);
  const reading = readBinary(truth, row(blank, { width: truth.width, height: truth.height }), options);
  return { pixels: [...reading.truth.pixels], readAs: reading.readAs.truth, notes: reading.notes };
}

function readPrediction(prediction: StoredImage, options = AUTO) {
  const blank = new Uint8Array(prediction.width * prediction.height);
  const reading = readBinary(row(blank, { width: prediction.width, height: prediction.height }), prediction, options);
  const { samples, maximum, meaning } = reading.prediction;
  assert.equal(meaning, "probability");
  return { samples: [...samples], maximum, readAs: reading.readAs.prediction, notes: reading.notes };
}

const wide = (...values: number[]) => row(Uint16Array.from(values), { bits: 16 });
const float = (...values: number[]) => row(Float32Array.from(values), { bits: 32 });
const colours = (...rgb: number[][]) => row(Uint8Array.from(rgb.flat()), { channels: rgb[0]?.length === 4 ? 4 : 3 });
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];
const RED = [255, 0, 0];

describe("interpretPair", () => {
  it("refuses different sizes, and says when C is the last axis", () => {
    const [large, small] = [row(new Uint8Array(6), { width: 3, height: 2 }), row(new Uint8Array(2))];
    assert.throws(
      () => interpretPair(large, small, AUTO),
      formatError(/truth 3 x 2, prediction 2 x 1/, /Resize the prediction to the truth's size/),
    );
    const last = row(new Float32Array(2 * 3 * 5), { planes: 2, height: 3, width: 5 });
    assert.throws(
      () => interpretPair(large, last, AUTO),
      formatError(/prediction 2 maps of 5 x 3/, /H x W x C with 5 classes: save numpy\.moveaxis/),
    );
  });

  it("says of a size what it looks like: transposed, padded, or another scale", () => {
    const truth = row(new Uint8Array(160 * 120), { width: 160, height: 120 });
    const remedyOf = (width: number, height: number, remedy: RegExp) => {
      const prediction = row(new Uint8Array(width * height), { width, height });
      assert.throws(() => interpretPair(truth, prediction, AUTO), formatError(/sizes differ/, remedy));
    };
    remedyOf(120, 160, /^Width and height are exchanged: transpose the prediction\.$/);
    remedyOf(161, 128, /^Resize .* If it was only padded or cropped, undo that instead/);
    remedyOf(80, 60, /^Resize the prediction to the truth's size before saving it \(nearest neighbour for labels\)\.$/);
  });

  it("keeps samples and says which file a note is about", () => {
    const { truth, prediction, readAs, notes } = readBinary(row([0, 100, 255]), row([0, 128, 255]), AUTO);
    assert.deepEqual([...truth.pixels], [0, 0, 1]);
    assert.deepEqual([...prediction.samples], [0, 128, 255]);
    assert.equal(readAs.prediction, "8-bit probability (v / 255)");
    assert.match(notes[0] ?? "", /^truth: 1 pixel has grey values between 0 and 255/);
  });
});

describe("what looks like a mistake", () => {
  const soft = Uint8Array.from({ length: 100 }, (_, i) => (i * 37) % 256);
  const hard = Uint8Array.from({ length: 100 }, (_, i) => (i < 40 ? 255 : 0));

  it("is said of a probability map given as the truth of a mask", () => {
    assert.match(readBinary(row(soft), row(hard)).notes[0] ?? "", /are the two swapped\?/);
    for (const [truth, prediction] of [
      [hard, soft],
      [hard, hard],
      [soft, soft],
      // The edge of a resized mask has greys too.
      [Uint8Array.from(hard, (value, i) => (i === 40 ? 128 : value)), hard],
    ] as const) {
      assert.doesNotMatch(readBinary(row(truth), row(prediction)).notes.join(), /swapped/);
    }
  });

  it("is said of an ignored value that was all the foreground", () => {
    const { notes } = readTruth(row(hard), { kind: "auto", ignore: 255 });
    assert.match(notes.join(), /no foreground: if 255 is the foreground, do not ignore it/);
    assert.doesNotMatch(readTruth(row([0, 0]), { kind: "auto", ignore: 255 }).notes.join(), /do not ignore/);
    assert.doesNotMatch(readTruth(row([0, 1, 255]), { kind: "auto", ignore: 255 }).notes.join(), /do not ignore/);
  });

  it("is said of probabilities that were to be read as class ids", () => {
    const notes = (prediction: StoredImage, more: Partial<ReadOptions> = {}) =>
      interpretPair(row(hard.map((value) => value & 1)), prediction, { kind: "labels", ignore: null, ...more }).notes;
    assert.match(notes(row(soft)).join(), /100 values that look like probabilities .* need binary/);
    assert.doesNotMatch(notes(row(hard.map((value) => value & 3))).join(), /look like probabilities/);
    assert.doesNotMatch(notes(row(soft), { classes: [{ id: 0 }, { id: 1 }] }).join(), /look like probabilities/);
  });
});

describe("truth", () => {
  for (const [name, image, pixels, readAs] of [
    ["all 0", row([0, 0]), [0, 0], "empty (all 0)"],
    ["0/1", row([0, 1]), [0, 1], "0/1 mask (1 = foreground)"],
    ["0/255", row([0, 255]), [0, 1], "0/255 mask"],
    ["two values", row([0, 3]), [0, 1], "two values, 0 and 3 (3 = foreground)"],
    ["one value", row([9, 9]), [1, 1], "all 9 = all foreground"],
    ["1 bit", row([0, 1], { bits: 1 }), [0, 1], "1-bit mask"],
    ["16 bit 0/65535", wide(0, 65535), [0, 1], "0/65535 mask"],
    ["16 bit 0/1", wide(0, 1), [0, 1], "0/1 mask (1 = foreground)"],
    ["16 bit 0/255", wide(0, 255), [0, 1], "0/255 mask"],
    ["float 0/1", float(0, 1), [0, 1], "0/1 mask (1 = foreground)"],
    ["0/1 and void", row([0, 1, 255]), [0, 1, 2], "0/1 mask, 255 = ignored"],
    [
      "palette",
      row([0, 2], {
        palette: [
          [0, 0, 0],
          [9, 9, 9],
          [128, 0, 0],
        ],
      }),
      [0, 1],
      "palette, index 2 = foreground",
    ],
    [
      "gray ramp palette",
      row([0, 2], {
        palette: [
          [0, 0, 0],
          [9, 9, 9],
          [255, 255, 255],
        ],
      }),
      [0, 1],
      "0/255 mask",
    ],
    ["RGB gray", colours(BLACK, WHITE), [0, 1], "RGB as gray: 0/255 mask"],
    ["black and red", colours(BLACK, RED), [0, 1], "RGB (255, 0, 0) = foreground"],
    ["red only", colours(RED, RED), [1, 1], "all RGB (255, 0, 0)"],
    ["alpha", colours([...BLACK, 0], [...BLACK, 255]), [0, 1], "alpha channel: 0/255 mask"],
    ["RGBA gray", colours([...BLACK, 255], [...WHITE, 255]), [0, 1], "RGB as gray: 0/255 mask"],
  ] as const) {
    it(`reads ${name}`, () => {
      const reading = readTruth(image);
      assert.deepEqual(reading.pixels, pixels);
      assert.equal(reading.readAs, readAs);
    });
  }

  it("leaves out the ignored value, and counts it", () => {
    const reading = readTruth(row([0, 7, 255, 255]), { kind: "auto", ignore: 255 });
    assert.deepEqual(reading.pixels, [0, 1, 2, 2]);
    assert.match(reading.readAs, /255 = ignored/);
    assert.match(reading.notes.join(), /2 pixels have the ignored value 255/);
    assert.deepEqual(readTruth(row([0, 7]), { kind: "auto", ignore: 255 }).notes, []);
    assert.deepEqual(readTruth(row([3, 3]), { kind: "auto", ignore: 3 }).pixels, [2, 2]);
  });

  it("states the void label it found", () => {
    assert.match(readTruth(row([0, 1, 255, 255])).notes.join(), /2 pixels have the value 255 .*left out/);
  });

  it("halves the maximum of several greys, and counts them", () => {
    const reading = readTruth(row([0, 60, 127, 128, 255, 255]));
    assert.deepEqual(reading.pixels, [0, 0, 0, 1, 1, 1]);
    assert.match(reading.notes.join(), /3 pixels have grey values between 0 and 255.*Foreground is > 127\.5/);
    assert.deepEqual(readTruth(wide(0, 30000, 40000, 65535)).pixels, [0, 0, 1, 1]);
    assert.deepEqual(readTruth(float(0, 0.4, 0.6, 1)).pixels, [0, 0, 1, 1]);
  });

  it("tells JPEG-born and soft masks from object maps by their many values", () => {
    const lossy = Array.from({ length: 400 }, (_, i) => (i < 200 ? i % 5 : 250 + (i % 6)));
    const soft = noise(4096, 256);
    const objects = Array.from({ length: 64 * 64 }, (_, i) => Math.floor(i / 20));
    for (const samples of [lossy.concat(noise(60, 256)), soft]) {
      assert.match(readTruth(row(samples)).readAs, /several greys/);
    }
    const truth = row(Uint16Array.from(objects), { bits: 16 });
    assert.equal(interpretPair(truth, truth, AUTO).kind, "objects");
  });

  it("merges the ids of label maps where it is told to", () => {
    const palette = Array.from({ length: 256 }, (_, i) => [i % 3, (i * 5) % 256, (i * 11) % 256] as const);
    for (const [image, kind] of [
      [row([0, 1, 2, 3, 4]), "labels"],
      [row([0, 15, 255]), "labels"],
      [row([0, 1, 2], { palette }), "labels"],
      [wide(0, 7, 300, 41000), "objects"],
    ] as const) {
      assert.equal(interpretPair(image, image, AUTO).kind, kind);
      const merged = readTruth(image, BINARY);
      assert.deepEqual(
        merged.pixels,
        [...image.samples].map((value) => (value > 0 ? 1 : 0)),
      );
      assert.equal(merged.readAs, "every non-zero id = foreground");
    }
    assert.match(readTruth(row([0, 15, 255]), BINARY).notes.join(), /--ignore 255/);
  });

  it("refuses colour-coded labels and pictures", () => {
    const image = colours(BLACK, RED, [0, 255, 0]);
    assert.throws(() => readTruth(image), formatError(/truth is colour-coded with 3 colours/, /--kind binary/));
    assert.deepEqual(readTruth(image, BINARY).pixels, [0, 1, 1]);
    const picture = row(noise(3000, 256), { channels: 3 });
    assert.throws(() => readTruth(picture), formatError(/more than 256 colours/));
  });

  it("warns when the palette paints index 0 brighter", () => {
    assert.match(
      readTruth(
        row([0, 1], {
          palette: [
            [255, 255, 255],
            [0, 0, 0],
          ],
        }),
      ).notes.join(),
      /index 0 is background/,
    );
  });

  it("refuses NaN and negative values", () => {
    assert.throws(() => readTruth(float(0, Number.NaN)), formatError(/truth is not a mask: 1 pixel has the value NaN/));
    assert.throws(() => readTruth(float(-1, 1)), formatError(/values from -1 to 1/));
  });
});

describe("prediction", () => {
  for (const [name, image, maximum, readAs] of [
    ["all 0", row([0, 0]), 255, "all 0"],
    ["0/1", row([0, 1]), 1, "0/1 mask (1 = foreground)"],
    ["0/255", row([0, 255]), 255, "0/255 mask"],
    ["all 255", row([255, 255]), 255, "0/255 mask"],
    ["1 bit", row([0, 1], { bits: 1 }), 1, "1-bit mask"],
    ["8 bit", row([0, 3, 200]), 255, "8-bit probability (v / 255)"],
    ["one pixel", row([200]), 255, "8-bit probability (v / 255)"],
    ["2 bit", row([0, 2, 3], { bits: 2 }), 3, "2-bit probability (v / 3)"],
    ["2 bit 0/1", row([0, 1], { bits: 2 }), 1, "0/1 mask (1 = foreground)"],
    ["4 bit", row([0, 7, 9], { bits: 4 }), 15, "4-bit probability (v / 15)"],
    ["16 bit", wide(0, 300, 65535), 65535, "16-bit probability (v / 65535)"],
    ["16 bit 0/1", wide(0, 1), 1, "0/1 mask (16-bit file)"],
    ["16 bit 0/255", wide(0, 255), 255, "0/255 mask (16-bit file)"],
    ["16 bit 0/65535", wide(0, 65535), 65535, "0/65535 mask"],
    ["float", float(0, 0.25, 1), 1, "32-bit float probability"],
    ["float 0/1", float(0, 1), 1, "0/1 mask (1 = foreground)"],
    [
      "palette 0/1",
      row([0, 1], {
        palette: [
          [0, 0, 0],
          [200, 0, 0],
        ],
      }),
      1,
      "palette, index 1 = foreground",
    ],
    ["RGB gray", colours(BLACK, [90, 90, 90], WHITE), 255, "RGB as gray: 8-bit probability (v / 255)"],
    ["black and red", colours(BLACK, RED), 1, "RGB (255, 0, 0) = foreground"],
  ] as const) {
    it(`reads ${name}`, () => {
      const reading = readPrediction(image);
      assert.equal(reading.readAs, readAs);
      assert.equal(reading.maximum, maximum);
      assert.deepEqual(reading.notes, []);
      if (image.channels === 1) assert.deepEqual(reading.samples, [...image.samples]);
    });
  }

  it("reads a palette of greys as its greys", () => {
    const reading = readPrediction(
      row([0, 1, 2], {
        palette: [
          [0, 0, 0],
          [100, 100, 100],
          [255, 255, 255],
        ],
      }),
    );
    assert.deepEqual(reading.samples, [0, 100, 255]);
    assert.equal(reading.readAs, "gray palette: 8-bit probability (v / 255)");
  });

  it("notes what is odd about a probability map", () => {
    assert.match(readPrediction(row([0, 1, 2])).notes.join(), /looks like class ids \(0, 1, 2\)/);
    assert.match(readPrediction(row([0, 128])).notes.join(), /if 128 means foreground, save 255/);
    const small = readPrediction(wide(0, 10, 200));
    assert.equal(small.maximum, 65535);
    assert.match(small.notes.join(), /8-bit probabilities in a 16-bit file\?/);
  });

  it("refuses palette and colour-coded label maps, unless they are to be merged", () => {
    const image = row([0, 1, 2], {
      palette: [
        [0, 0, 0],
        [128, 0, 0],
        [0, 128, 0],
      ],
    });
    assert.throws(() => readPrediction(image), formatError(/prediction looks like a label map with 3 ids/));
    assert.deepEqual(readPrediction(image, BINARY).samples, [0, 1, 1]);
    assert.throws(() => readPrediction(colours(BLACK, RED, [0, 0, 255])), formatError(/prediction is colour-coded/));
  });

  it("refuses floats outside 0 to 1, with the likely cause", () => {
    const logits = () => readPrediction(float(-9.2, 8.7));
    assert.throws(logits, formatError(/values from -9\.2 to 8\.7, not 0 to 1: these look like logits/, /sigmoid/));
    assert.throws(() => readPrediction(float(0, 255)), formatError(/look like 8-bit values/, /Divide by 255/));
    assert.throws(() => readPrediction(float(0, 1.0000001)), formatError(/rounding/, /[Cc]lip/));
    assert.throws(() => readPrediction(float(0, Number.NaN)), formatError(/1 pixel has the value NaN/));
    assert.throws(() => readPrediction(float(0, Number.POSITIVE_INFINITY)), formatError(/Infinity/));
  });
});
