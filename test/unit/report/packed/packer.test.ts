import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { Packer } from "../../../../src/report/packed/packer.js";

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
        const packer = new Packer();
        const packed = values.map((value) => packer.pack(value));
        assert.deepEqual(packed, values);
        for (const [i, value] of values.entries()) assert.deepEqual({ ...packed[i] }, value);
      }),
    );
  });

  it("looks like a plain object", () => {
    const scores = { iou: 0.5, hd95: null };
    const packed = new Packer().pack({ name: "a", scores, perThreshold: { iou: [1, null] } });
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
    const packed = new Packer().pack({ iou: 0.5 });
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
    const rows = Array.from({ length: 5000 }, (_, i) => packer.pack(rowOf(i)));
    assert.deepEqual([rows[0], rows[4999]], [rowOf(0), rowOf(4999)]);
    const before = heapUsed();
    const more = Array.from({ length: 5000 }, (_, i) => packer.pack(rowOf(5000 + i)));
    const bytes = (heapUsed() - before) / more.length;
    assert.ok(bytes < 300, `${bytes} bytes of heap a row`);
    assert.deepEqual(more[4999], rowOf(9999));
  });

  it("takes numbers of more than a page", () => {
    const long = { values: Array.from({ length: 40_000 }, (_, i) => i) };
    const packer = new Packer();
    const packed = [{ values: [1] }, long, { values: [2] }, long].map((value) => packer.pack(value));
    assert.deepEqual(packed, [{ values: [1] }, long, { values: [2] }, long]);
  });
});

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
