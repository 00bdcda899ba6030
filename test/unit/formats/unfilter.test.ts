import assert from "node:assert/strict";
import fc from "fast-check";
import { unfilter, unfilterRows } from "../../../src/formats/png/unfilter.js";

/** Filtered rows with any filter types and any bytes. */
const rows = fc
  .record({
    bytes: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1000, max: 1100 })),
    count: fc.integer({ min: 1, max: 70 }),
    seed: fc.integer(),
    types: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }),
    spread: fc.constantFrom(1, 3, 255),
  })
  .map(({ bytes, count, seed, types, spread }) => {
    const raw = new Uint8Array(count * (bytes + 1));
    let state = seed;
    for (let i = 0; i < raw.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      raw[i] = i % (bytes + 1) === 0 ? (types[(i / (bytes + 1)) % types.length] ?? 0) : (state >>> 24) % (spread + 1);
    }
    return { raw, bytes, count };
  });

describe("unfilter", () => {
  it("undoes sixteen rows at once as it does one by one", () => {
    fc.assert(
      fc.property(rows, ({ raw, bytes, count }) => {
        const plain = new Uint8Array(bytes * count);
        unfilterRows(raw, bytes, 1, plain, 0);
        assert.ok(Buffer.from(unfilter(raw, bytes, count, 1)).equals(plain));
      }),
      { numRuns: 300 },
    );
  });
});
