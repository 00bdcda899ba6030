import assert from "node:assert/strict";
import { constants, deflateSync } from "node:zlib";
import fc from "fast-check";
import { rowsByKernel } from "../../../src/formats/png/kernel.js";
import { plainRows } from "../../../src/formats/png/rows.js";

interface Rows {
  readonly raw: Uint8Array;
  readonly bytes: number;
  readonly rows: number;
}

/** Bytes that a generator of numbers makes; the higher the skew, the rarer the high ones. */
function noise(length: number, seed: number, spread: number, skew: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor((spread + 1) * ((state >>> 8) / 2 ** 24) ** skew);
  });
}

/** Filtered rows with any filter types and any bytes, flat in stretches. */
const filteredRows: fc.Arbitrary<Rows> = fc
  .record({
    bytes: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1000, max: 1100 })),
    rows: fc.integer({ min: 1, max: 70 }),
    seed: fc.integer(),
    types: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 }),
    spread: fc.constantFrom(0, 1, 3, 255),
    skew: fc.constantFrom(1, 3, 12),
    flat: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
  })
  .map(({ bytes, rows, seed, types, spread, skew, flat }) => {
    const raw = noise(rows * (bytes + 1), seed, spread, skew);
    for (const share of flat) raw.fill(0, Math.floor(share * raw.length), Math.floor((share + 0.3) * raw.length));
    for (let row = 0; row < rows; row++) raw[row * (bytes + 1)] = types[row % types.length];
    return { raw, bytes, rows };
  });

const options = fc.record({
  level: fc.constantFrom(0, 1, 6, 9),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_RLE,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_FIXED,
    constants.Z_FILTERED,
  ),
  memLevel: fc.constantFrom(1, 8, 9),
  windowBits: fc.constantFrom(9, 12, 15),
});

function assertAlike({ raw, bytes, rows }: Rows, stream: Uint8Array, distance: number) {
  const rowsFast = rowsByKernel(stream, bytes, rows, distance);
  assert.ok(rowsFast, `a whole stream of ${raw.length} bytes`);
  assert.ok(Buffer.from(rowsFast).equals(plainRows(stream, bytes, rows, distance)));
}

describe("rows of a PNG", () => {
  it("are read in WebAssembly as zlib and a plain loop read them", () => {
    fc.assert(
      fc.property(filteredRows, options, fc.constantFrom(1, 2), (image, options, distance) => {
        assertAlike(image, deflateSync(image.raw, options), distance);
      }),
      { numRuns: 400 },
    );
  });

  it("are read where codes are as long as they can be", () => {
    // Each value half again as rare as the one before: the tree leans to one side.
    const bytes = 199;
    const text: number[] = [];
    for (let value = 1, count = 1; value < 24; value++, count = Math.ceil(1.6 * count)) {
      for (let i = 0; i < count; i++) text.push(value);
    }
    const mixed = noise(text.length, 7, 255, 1)
      .map((_, i) => text[(i * 7919) % text.length])
      .subarray(0, 200 * Math.floor(text.length / 200));
    const raw = mixed.map((value, i) => (i % 200 === 0 ? 4 : value));
    const image = { raw, bytes, rows: raw.length / 200 };
    for (const strategy of [constants.Z_HUFFMAN_ONLY, constants.Z_DEFAULT_STRATEGY]) {
      assertAlike(image, deflateSync(raw, { strategy, memLevel: 9 }), 1);
    }
  });

  it("are read from streams of several blocks of several kinds, also empty ones", () => {
    const raw = noise(33 * 40, 3, 2, 1).map((value, i) => (i % 33 === 0 ? 0 : value));
    const part = (from: number, to: number, finish: boolean, options: object) =>
      deflateSync(raw.subarray(from, to), {
        ...options,
        finishFlush: finish ? constants.Z_FINISH : constants.Z_FULL_FLUSH,
      });
    const [head, first, second] = [
      part(0, 0, false, {}).subarray(0, 2),
      part(0, 700, false, { level: 0 }).subarray(2),
      part(700, raw.length, true, { strategy: constants.Z_FIXED }).subarray(2, -4),
    ];
    const checksum = deflateSync(raw).subarray(-4);
    assertAlike({ raw, bytes: 32, rows: 40 }, Buffer.concat([head, first, second, checksum]), 1);
  });

  it("are never read otherwise than by zlib where the stream is damaged", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        filteredRows,
        options,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        ({ raw, bytes, rows }, options, where, change, cut) => {
          const whole = new Uint8Array(deflateSync(raw, options));
          const at = Math.floor(where * (whole.length - 1));
          const damaged = cut ? whole.slice(0, at) : whole.map((byte, i) => (i === at ? byte ^ change : byte));
          const fast = rowsByKernel(damaged, bytes, rows, 1);
          if (fast) assert.ok(Buffer.from(fast).equals(plainRows(damaged, bytes, rows, 1)));
          else refused++;
        },
      ),
      { numRuns: 600 },
    );
    assert.ok(refused > 400, `${refused} of 600 refused`);
  });

  it("are left to zlib where their number or a filter is another one", () => {
    const raw = new Uint8Array(33 * 20);
    const stream = deflateSync(raw);
    assert.ok(rowsByKernel(stream, 32, 20, 1));
    assert.equal(rowsByKernel(stream, 32, 19, 1), null);
    assert.equal(rowsByKernel(stream, 32, 21, 1), null);
    assert.equal(rowsByKernel(stream, 32, 1e8, 1), null);
    raw[33 * 17] = 5;
    assert.equal(rowsByKernel(deflateSync(raw), 32, 20, 1), null);
  });

  it("of large images keep memory of their own, whatever is read next", () => {
    const side = 4097;
    const filled = (value: number) => {
      const raw = new Uint8Array((side + 1) * side).fill(value);
      for (let row = 0; row < side; row++) raw[row * (side + 1)] = 0;
      return deflateSync(raw, { level: 1 });
    };
    const [first, second] = [7, 9].map((value) => rowsByKernel(filled(value), side, side, 1));
    const small = rowsByKernel(deflateSync(new Uint8Array(9)), 2, 3, 1);
    for (const [rows, value] of [
      [first, 7],
      [second, 9],
    ] as const) {
      assert.equal(rows?.length, side * side);
      assert.ok(rows.every((byte) => byte === value));
    }
    assert.deepEqual([...(small ?? [])], new Array(6).fill(0));
  });
});
