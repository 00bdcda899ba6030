import assert from "node:assert/strict";
import { interpretPair, type ReadOptions } from "../../../src/formats/interpret.js";
import { stackClassMaps } from "../../../src/formats/stack.js";
import { formatError, row } from "./support.js";

const AUTO: ReadOptions = { kind: "auto", ignore: null };
/** Two pixels of three classes. */
const soft = (values: readonly number[], planes = 3) =>
  row(Float32Array.from(values), { planes, bits: 32, layout: "NPY, float32" });
const maps = soft([0.5, 0.1, 0.25, 0.2, 0.25, 0.7]);

describe("class maps", () => {
  it("give probabilities by class and the class of the highest", () => {
    const reading = interpretPair(row([0, 2]), maps, AUTO);
    assert.equal(reading.kind, "labels");
    if (reading.kind !== "labels") return;
    assert.deepEqual([...reading.prediction.samples], [0, 2]);
    assert.deepEqual(
      reading.probabilities?.map(({ samples }) => [...samples].map((p) => Number(p.toFixed(2)))),
      [
        [0.5, 0.1],
        [0.25, 0.2],
        [0.25, 0.7],
      ],
    );
    assert.equal(reading.readAs.prediction, "probabilities of 3 classes, NPY, float32");
    assert.match(reading.readAs.truth, /the prediction has a map a class/);
    assert.deepEqual(reading.notes, []);
  });

  it("take the first of equals, as numpy.argmax", () => {
    const reading = interpretPair(row([0, 2]), soft([0.2, 0.4, 0.4, 0.4, 0.4, 0.2]), AUTO);
    assert.deepEqual([...reading.prediction.samples], [1, 0]);
  });

  it("are in the order of the list, or of the ids where the list has gaps", () => {
    const classes = [{ id: 9 }, { id: 4 }, { id: 0 }];
    const listed = interpretPair(row([9, 0]), maps, { ...AUTO, classes });
    assert.deepEqual([...listed.prediction.samples], [9, 0]);
    const gaps = interpretPair(row([0, 2]), maps, { ...AUTO, classes: [{ id: 0 }, { id: 2 }] });
    assert.equal(gaps.kind === "labels" && gaps.probabilities?.length, 2);
    assert.throws(
      () => interpretPair(row([0, 2]), maps, { ...AUTO, classes: [{ id: 0 }, { id: 5 }] }),
      formatError(/3 class maps, for 2 classes/, /background included/),
    );
  });

  it("are the foreground where there are two and the truth is binary", () => {
    const reading = interpretPair(row([0, 255]), soft([0.75, 0.5, 0.25, 0.5], 2), AUTO);
    assert.equal(reading.kind, "binary");
    assert.deepEqual([...reading.prediction.samples], [0.25, 0.5]);
    assert.equal(reading.readAs.prediction, "probability of class 1 of 2, NPY, float32");
    assert.throws(
      () => interpretPair(row([0, 255]), maps, { ...AUTO, kind: "binary" }),
      formatError(/prediction holds 3 maps of 1 x 2, a binary mask is one/, /a\[1\]/),
    );
  });

  it("are 0 and 1, bytes or 16 bits too", () => {
    const read = (samples: Uint8Array | Uint16Array, bits: number) => {
      const reading = interpretPair(row([0, 1]), row(samples, { planes: 3, bits, layout: "test" }), AUTO);
      return reading.kind === "labels" && `${reading.probabilities?.[0]?.maximum} ${reading.readAs.prediction}`;
    };
    assert.equal(read(Uint8Array.of(1, 0, 0, 1, 0, 0), 8), "1 probabilities of 3 classes, test");
    assert.equal(read(Uint8Array.of(254, 0, 1, 255, 0, 0), 8), "255 probabilities of 3 classes, test (v / 255)");
    assert.equal(
      read(Uint16Array.of(65534, 0, 1, 65535, 0, 0), 16),
      "65535 probabilities of 3 classes, test (v / 65535)",
    );
  });

  it("are refused as logits, with the remedy, and noted when they do not add up", () => {
    const read = (values: readonly number[]) => interpretPair(row([0, 2]), soft(values), AUTO);
    assert.throws(() => read([-2, 0, 1, 3, 4, 5]), formatError(/values from -2 to 5, not 0 to 1/, /softmax/));
    assert.throws(() => read([1.00001, 0, 0, 0, 0, 1]), formatError(/not 0 to 1/, /numpy\.clip/));
    assert.throws(() => read([Number.NaN, 0, 0, 0, 0, 1]), formatError(/1 values are NaN/));
    assert.match(
      read([0.9, 0.1, 0.9, 0.2, 0, 0.7]).notes.join(),
      /prediction: 1 pixel has class probabilities that do not add up to 1 \(1 to 1\.8\)/,
    );
  });

  it("refuse a truth with more classes than maps", () => {
    assert.throws(
      () => interpretPair(row([0, 7]), maps, AUTO),
      formatError(/truth has class ids up to 7, the prediction has 3 class maps/, /--classes/),
    );
  });

  it("may be a file each", () => {
    const stacked = stackClassMaps([
      { id: 2, image: row([255, 0]) },
      { id: 0, image: row([0, 200]) },
      { id: 1, image: row([0, 55]) },
    ]);
    const reading = interpretPair(row([2, 1]), stacked, AUTO);
    assert.deepEqual([...reading.prediction.samples], [2, 0]);
    assert.equal(reading.readAs.prediction, "probabilities of 3 classes, test, one file a class (v / 255)");
    assert.throws(
      () => interpretPair(row([2, 1]), { ...stacked, planeIds: [3, 0, 1] }, AUTO),
      formatError(/truth has class ids up to 2/),
    );
    const classes = [{ id: 0 }, { id: 1 }, { id: 2 }, { id: 5 }];
    assert.throws(
      () => interpretPair(row([2, 1]), stacked, { ...AUTO, classes }),
      formatError(/no map of class 5/, /background included/),
    );
    assert.throws(
      () =>
        stackClassMaps([
          { id: 0, image: row([1, 2]) },
          { id: 1, image: row([1]) },
        ]),
      formatError(/class 0 and 1 differ in size: 2 x 1, 1 x 1/),
    );
    assert.throws(
      () =>
        stackClassMaps([
          { id: 0, image: row([1]) },
          { id: 1, image: row(Uint16Array.of(1), { bits: 16 }) },
        ]),
      formatError(/class 0 and 1 differ in type/),
    );
  });
});
