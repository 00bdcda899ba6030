import assert from "node:assert/strict";
import fc from "fast-check";
import { byteHistogram, byteValues, mapBytes } from "../../../src/formats/read/bytes.js";

/** Runs of one value, short and long, seen through a window that may begin anywhere. */
const bytes = fc
  .tuple(fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 60 })), { maxLength: 12 }), fc.nat(5))
  .map(([runs, skipped]) =>
    Uint8Array.from(runs.flatMap(([value, length]) => new Array<number>(length).fill(value))).subarray(skipped),
  );

describe("bytes, sixteen at a time", () => {
  it("are counted as one by one", () => {
    fc.assert(
      fc.property(bytes, (bytes) => {
        const expected = new Uint32Array(256);
        for (const byte of bytes) expected[byte]++;
        assert.deepEqual(byteHistogram(bytes), expected);
      }),
    );
  });

  it("are found as one by one, also where all values occur long before the end", () => {
    fc.assert(
      fc.property(bytes, (bytes) => {
        assert.deepEqual(
          byteValues(bytes),
          [...new Set(bytes)].sort((a, b) => a - b),
        );
      }),
    );
    const all = Uint8Array.from({ length: 2 ** 18 + 5 }, (_, i) => i % 256);
    assert.deepEqual(
      byteValues(all),
      Array.from({ length: 256 }, (_, value) => value),
    );
    const late = new Uint8Array(2 ** 18 + 5).fill(7);
    late[2 ** 18 + 4] = 9;
    assert.deepEqual(byteValues(late), [7, 9]);
  });

  it("are counted and mapped over the end of a piece", () => {
    const long = Uint8Array.from({ length: 2 ** 20 + 77 }, (_, i) => (i >> 5) * 31);
    assert.equal(
      byteHistogram(long).reduce((a, b) => a + b),
      long.length,
    );
    assert.deepEqual(byteHistogram(long), byteHistogram(long.toReversed()));
    const table = Uint8Array.from({ length: 256 }, (_, value) => 255 - value);
    assert.ok(Buffer.from(mapBytes(long, table)).equals(long.map((byte) => 255 - byte)));
  });

  it("are mapped as one by one", () => {
    const table = Uint8Array.from({ length: 256 }, (_, value) => (value * 7 + 3) & 255);
    fc.assert(
      fc.property(bytes, (bytes) => {
        assert.deepEqual(
          mapBytes(bytes, table),
          Uint8Array.from(bytes, (byte) => table[byte] ?? 0),
        );
      }),
    );
  });
});
