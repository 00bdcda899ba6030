import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { packedList } from "../../../../src/report/packed/packedList.js";
import { Packer } from "../../../../src/report/packed/packer.js";
import type { PlainRecord } from "../../../../src/report/packed/shape.js";

/** Whatever a row may hold; -0 and infinities are numbers like others. */
const { record } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.double({ noNaN: true }),
    fc.constant(null),
    fc.constantFrom("scored", "binary", ""),
    fc.string(),
    fc.boolean(),
    fc.constant(undefined),
    fc.array(fc.option(fc.double({ noNaN: true }))),
    fc.array(tie("value")),
    tie("record"),
  ),
  record: fc.dictionary(fc.constantFrom("name", "scores", "iou", "notes", "toString"), tie("value"), {
    noNullPrototype: true,
  }),
}));
const records = fc.array(record as fc.Arbitrary<Record<string, unknown>>, { maxLength: 40 });

describe("Packer", () => {
  it("gives back what it was given, however alike", () => {
    fc.assert(
      fc.property(records, (values) => {
        const packed = packedOf(...values);
        assert.deepEqual(packed, values);
        for (const [i, value] of values.entries()) assert.deepEqual({ ...packed[i] }, value);
      }),
    );
  });

  it("looks like a plain object", () => {
    const scores = { iou: 0.5, hd95: null };
    const [packed] = packedOf({ name: "a", scores, perThreshold: { iou: [1, null] } });
    assert.equal(
      JSON.stringify(packed),
      '{"name":"a","scores":{"iou":0.5,"hd95":null},"perThreshold":{"iou":[1,null]}}',
    );
    assert.deepEqual(Object.entries(packed.scores), Object.entries(scores));
    assert.ok("iou" in packed.scores && !("dice" in packed.scores) && Object.hasOwn(packed.scores, "hd95"));
    assert.equal((packed.scores as Record<string, unknown>).dice, undefined);
    assert.equal(String(packed), "[object Object]");
  });

  it("cannot be changed", () => {
    const [packed] = packedOf({ iou: 0.5 });
    assert.ok(
      !Reflect.set(packed, "iou", 1) && !Reflect.set(packed, "dice", 1) && !Reflect.deleteProperty(packed, "iou"),
    );
    assert.throws(() => Object.assign(packed, { dice: 1 }), TypeError);
    assert.deepEqual(packed, { iou: 0.5 });
  });

  it("keeps a number in eight bytes, and the rest once", () => {
    const packer = new Packer();
    const rowOf = (i: number) => ({
      name: `row ${i}`,
      kind: "binary",
      scores: Object.fromEntries(Array.from({ length: 48 }, (_, id) => [`score ${id}`, i / (id + 1)])),
    });
    for (let i = 0; i < 5000; i++) packer.pack(rowOf(i));
    assert.deepEqual([packer.at(0), packer.at(4999)], [rowOf(0), rowOf(4999)]);
    const before = heapUsed();
    for (let i = 5000; i < 10_000; i++) packer.pack(rowOf(i));
    const bytes = (heapUsed() - before) / 5000;
    assert.ok(bytes < 100, `${bytes} bytes of heap a row`);
    assert.deepEqual(packer.at(9999), rowOf(9999));
  });

  it("takes numbers of more than a page", () => {
    const long = { values: Array.from({ length: 40_000 }, (_, i) => i) };
    assert.deepEqual(packedOf({ values: [1] }, long, { values: [2] }, long), [
      { values: [1] },
      long,
      { values: [2] },
      long,
    ]);
  });
});

function packedOf<Value extends PlainRecord>(...values: Value[]): readonly Value[] {
  const packer = new Packer<Value>();
  for (const value of values) packer.pack(value);
  return packedList(packer);
}

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
