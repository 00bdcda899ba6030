import assert from "node:assert/strict";
import fc from "fast-check";
import { naturalOrder } from "../../../src/pairing/index.js";

const name = fc.string({ unit: fc.constantFrom("a", "B", "b", "0", "1", "9", "10", "_", "/", ".", "é"), maxLength: 8 });

describe("naturalOrder", () => {
  it("compares numbers by value", () => {
    const sorted = ["img1", "img2", "img10", "img010a", "img11", "img99999999999999999998", "img99999999999999999999"];
    assert.deepEqual([...sorted].reverse().sort(naturalOrder), sorted);
  });

  it("keeps a folder together, before names that begin like it", () => {
    const sorted = ["a/2", "a/10", "a b/1", "a-b", "a.b", "a1/1", "ab/1"];
    assert.deepEqual([...sorted].reverse().sort(naturalOrder), sorted);
  });

  it("ignores ASCII case unless nothing else differs", () => {
    assert.deepEqual(["b", "a", "B", "A", "a01", "A1"].sort(naturalOrder), ["A", "a", "A1", "a01", "B", "b"]);
  });

  it("is a total order: antisymmetric, transitive, 0 only for the same string", () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        const [ab, bc, ac] = [naturalOrder(a, b), naturalOrder(b, c), naturalOrder(a, c)].map(Math.sign);
        assert.equal(ab, 0 - Math.sign(naturalOrder(b, a)));
        assert.equal(ab === 0, a === b);
        if (ab === bc) assert.equal(ac, ab);
      }),
      { numRuns: 3000 },
    );
  });
});
