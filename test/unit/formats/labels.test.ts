import assert from "node:assert/strict";
import { FormatError, type StoredImage } from "../../../src/formats/image.js";
import { interpretPair, type LabelReading, type ReadOptions } from "../../../src/formats/interpret.js";
import { formatError, row } from "./support.js";

const LABELS: ReadOptions = { kind: "labels", ignore: null };

function readLabels(truth: StoredImage, prediction: StoredImage, options: Partial<ReadOptions> = {}): LabelReading {
  const reading = interpretPair(truth, prediction, { ...LABELS, ...options });
  if (reading.kind !== "labels") throw new TypeError(`read as ${reading.kind}`);
  return reading;
}

const idsOf = ({ classes }: LabelReading) => classes.map(({ id }) => id);
const wide = (...values: number[]) => row(Uint16Array.from(values), { bits: 16 });
const rgb = (...pixels: ReadonlyArray<readonly number[]>) => row(Uint8Array.from(pixels.flat()), { channels: 3 });

describe("label maps", () => {
  it("count from 0 to the largest id of either map, so that index and id are the same", () => {
    const reading = readLabels(row([0, 1, 4]), row([0, 6, 1]));
    assert.deepEqual(idsOf(reading), [0, 1, 2, 3, 4, 5, 6]);
    assert.equal(reading.truth.meaning, "class");
    assert.deepEqual([...reading.prediction.samples], [0, 6, 1]);
    assert.deepEqual(reading.notes, []);
  });

  it("take the ids as they come where they are large", () => {
    assert.deepEqual(idsOf(readLabels(wide(0, 300, 7), wide(7, 41000, 0))), [0, 7, 300, 41000]);
  });

  it("have no more classes than a matrix of confusions can hold", () => {
    const ids = (count: number) => wide(...Array.from({ length: 40_000 }, (_, i) => 20 * (i % count)));
    const few = wide(...new Array<number>(40_000).fill(0));
    assert.equal(readLabels(ids(2048), few).classes.length, 2048);
    for (const [truth, prediction, side] of [
      [ids(2049), few, "truth"],
      [few, ids(2049), "prediction"],
    ] as const) {
      const refused = formatError(/^2,049 classes, and label maps may have 2,048: /, /--kind objects.*--kind binary/);
      assert.throws(
        () => readLabels(truth, prediction),
        (error) => refused(error) && error instanceof FormatError && error.side === side,
      );
    }
  });

  it("leave out 255, say so, and miss what is predicted as 255", () => {
    const reading = readLabels(row([0, 1, 255, 1]), row([0, 2, 1, 255]));
    assert.equal(reading.ignore, 255);
    assert.deepEqual(idsOf(reading), [0, 1, 2]);
    assert.equal(reading.readAs.truth, "class ids, 8 bit, 255 = void (ignored)");
    assert.deepEqual(reading.notes, [
      "truth: 1 pixel has the value 255: read as void and left out",
      "prediction: 1 pixel has values that are no class (255): counted as missed by the class of the truth",
    ]);
  });

  it("keep 255 where it is a class: listed, or beside larger ids, or when another id is ignored", () => {
    const list = [{ id: 0 }, { id: 255 }];
    assert.deepEqual(idsOf(readLabels(row([0, 255]), row([0, 0]), { classes: list })), [0, 255]);
    assert.deepEqual(idsOf(readLabels(wide(0, 255, 256), wide(0, 0, 0))), [0, 255, 256]);
    const reading = readLabels(row([0, 1, 255]), row([1, 1, 1]), { ignore: 0 });
    assert.equal(reading.ignore, 0);
    assert.equal(idsOf(reading).length, 255);
    assert.match(reading.notes.join(), /1 pixel has the ignored value 0/);
  });

  it("obey a list of classes, and report what it lacks, with counts", () => {
    const classes = [{ id: 7, name: "car" }, { id: 2, name: "road" }, { id: 9 }];
    const reading = readLabels(row([2, 7, 3, 255, 2]), row([2, 8, 2, 8, 8]), { classes });
    assert.deepEqual(reading.classes, [{ id: 2, name: "road" }, { id: 7, name: "car" }, { id: 9 }]);
    assert.deepEqual(reading.notes, [
      "truth: 1 pixel has the value 255: read as void and left out",
      "truth: 1 pixel has values that are no class (3): left out",
      "prediction: 2 pixels have values that are no class (8): counted as missed by the class of the truth",
    ]);
  });

  it("read colours through the list, alpha or not, and report unknown ones", () => {
    const classes = [
      { id: 0, color: [0, 0, 0] as const },
      { id: 3, name: "tree", color: [0, 128, 0] as const },
    ];
    const [black, green, odd] = [
      [0, 0, 0],
      [0, 128, 0],
      [1, 2, 3],
    ];
    const reading = readLabels(rgb(black, green, odd, green), rgb(odd, green, black, odd), { classes, kind: "auto" });
    assert.deepEqual([...reading.truth.samples].slice(0, 2), [0, 3]);
    assert.equal(reading.readAs.truth, "class ids, colours: values of the listed classes");
    assert.deepEqual(reading.notes, [
      "truth: 1 pixel has colours that no class has ((1, 2, 3) 1): left out",
      "prediction: 2 pixels have colours that no class has ((1, 2, 3) 2): counted as missed by the class of the truth",
    ]);
    const rgba = row(Uint8Array.of(0, 128, 0, 9, 0, 0, 0, 7), { channels: 4 });
    assert.deepEqual([...readLabels(rgba, row([3, 0]), { classes }).truth.samples], [3, 0]);
    const deep = row(Uint16Array.of(0, 128 * 257, 0, 0, 0, 0), { channels: 3, bits: 16 });
    assert.deepEqual([...readLabels(deep, row([3, 0]), { classes }).truth.samples], [3, 0]);
  });

  it("refuse colours without a list", () => {
    const image = rgb([0, 0, 0], [255, 0, 0], [0, 255, 0]);
    assert.throws(() => readLabels(image, image), formatError(/truth is colour-coded/, /--classes FILE/));
    assert.throws(() => readLabels(image, image, { classes: [{ id: 0 }] }), formatError(/truth is colour-coded/));
  });

  it("take whole floats for ids, and refuse others", () => {
    const float = (...values: number[]) => row(Float32Array.from(values), { bits: 32, layout: "NPY, float32" });
    assert.deepEqual([...readLabels(float(0, 2), row([0, 2])).truth.samples], [0, 2]);
    assert.throws(() => readLabels(row([0, 2]), float(0, 0.5)), formatError(/prediction is not a map of ids: .*0\.5/));
    assert.throws(() => readLabels(float(0, Number.NaN), row([0, 2])), formatError(/truth .*NaN/));
    assert.throws(() => readLabels(float(0, -1), row([0, 2])), formatError(/values from -1 to 0/));
  });

  it("say which file is to blame", () => {
    const planes = row(new Float32Array(4), { planes: 2 });
    assert.throws(
      () => readLabels(planes, row([0, 1])),
      (error: unknown) =>
        formatError(/truth holds 2 maps/, /argmax/)(error) && (error as { side?: string }).side === "truth",
    );
  });
});
