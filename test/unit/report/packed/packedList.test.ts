import assert from "node:assert/strict";
import fc from "fast-check";
import { packedList } from "../../../../src/report/packed/packedList.js";
import { Packer } from "../../../../src/report/packed/packer.js";

/** Of three shapes, in any order. */
const record: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ iou: fc.double({ noNaN: true }) }, { noNullPrototype: true }),
  fc.record({ name: fc.string(), iou: fc.option(fc.nat()) }, { noNullPrototype: true }),
  fc.constant({}),
);

function listOf(values: ReadonlyArray<Record<string, unknown>>) {
  const packer = new Packer<Record<string, unknown>>();
  const list = packedList(packer);
  for (const value of values) packer.pack(value);
  return list;
}

describe("a packed list", () => {
  it("is read as an array is", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), fc.integer({ min: -3, max: 33 }), (values, at) => {
        const list = listOf(values);
        assert.ok(Array.isArray(list));
        assert.equal(list.length, values.length);
        assert.deepEqual(list, values);
        assert.deepEqual([...list], values);
        assert.deepEqual([list[at], list.at(at), at in list], [values[at], values.at(at), at in values]);
        assert.deepEqual(list.slice(at), values.slice(at));
        assert.deepEqual(
          list.flatMap((value, i) => [i, value.iou]),
          values.flatMap((value, i) => [i, value.iou]),
        );
        assert.deepEqual(Object.keys(list), Object.keys(values));
        assert.equal(JSON.stringify(list), JSON.stringify(values));
      }),
    );
  });

  it("cannot be changed", () => {
    const list = listOf([{ iou: 1 }]);
    assert.ok(!Reflect.set(list, 0, {}) && !Reflect.set(list, "length", 0) && !Reflect.deleteProperty(list, 0));
    assert.throws(() => Array.prototype.push.call(list, {}), TypeError);
    assert.deepEqual(list, [{ iou: 1 }]);
  });
});
