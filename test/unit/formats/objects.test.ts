import assert from "node:assert/strict";
import { interpretPair, type ReadOptions } from "../../../src/formats/interpret.js";
import { formatError, row } from "./support.js";

const OBJECTS: ReadOptions = { kind: "objects", ignore: null };

describe("instance maps", () => {
  it("keep every id, 255 too", () => {
    const reading = interpretPair(row([0, 255, 3]), row([4, 0, 255]), OBJECTS);
    assert.equal(reading.kind, "objects");
    assert.deepEqual([...reading.prediction.samples], [4, 0, 255]);
    assert.deepEqual(reading.readAs, { truth: "object ids, 8 bit", prediction: "object ids, 8 bit" });
    assert.deepEqual(reading.notes, []);
  });

  it("leave out the ignored value, counted", () => {
    const reading = interpretPair(row([0, 255, 3]), row([4, 0, 255]), { ...OBJECTS, ignore: 255 });
    assert.equal(reading.readAs.truth, "object ids, 8 bit, 255 = ignored");
    assert.deepEqual(reading.notes, ["truth: 1 pixel has the ignored value 255"]);
  });

  it("note a lone id in several pieces: it is a mask", () => {
    const reading = interpretPair(row([5, 0, 7]), row([255, 0, 255]), OBJECTS);
    assert.deepEqual(reading.notes, [
      "prediction: the only id, 255, has 2 pieces and counts as one object: --kind binary makes every piece one",
    ]);
  });

  it("are not read from probabilities or class maps", () => {
    const float = row(Float32Array.of(0, 0.5), { bits: 32 });
    assert.throws(() => interpretPair(row([0, 2]), float, OBJECTS), formatError(/prediction is not a map of ids/));
    const planes = row(new Float32Array(4), { planes: 2 });
    assert.throws(() => interpretPair(row([0, 2]), planes, OBJECTS), formatError(/prediction holds 2 maps/));
  });
});
