import assert from "node:assert/strict";
import fc from "fast-check";
import { truthBits } from "../../../../src/core/boundary/bitMask.js";
import { connectedComponents } from "../../../../src/core/objects/components.js";
import { matchObjects } from "../../../../src/core/objects/match.js";
import { overlapOfRuns, overlapTable } from "../../../../src/core/objects/overlap.js";
import { componentRuns, type LabelledRuns } from "../../../../src/core/objects/runs.js";

interface Masks {
  readonly width: number;
  readonly height: number;
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Widths about the 32 pixels of a word, densities from specks to holes. */
const masks: fc.Arbitrary<Masks> = fc
  .record({
    width: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(31, 32, 33, 63, 64, 65)),
    height: fc.integer({ min: 1, max: 14 }),
    density: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ width, height, density }) => {
    const length = width * height;
    const mask = fc
      .array(fc.nat(9), { minLength: length, maxLength: length })
      .map((cells) => Uint8Array.from(cells, (cell) => Number(cell < density)));
    return fc.record({ width: fc.constant(width), height: fc.constant(height), a: mask, b: mask });
  });

const runsOf = ({ width, height }: Masks, pixels: Uint8Array) => componentRuns(truthBits({ width, height, pixels }));

function painted({ rows, from, to, ids }: LabelledRuns, { width, height }: Masks): Int32Array {
  const image = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let run = rows[y] ?? 0; run < (rows[y + 1] ?? 0); run++) {
      image.fill(ids[run] ?? 0, y * width + (from[run] ?? 0), y * width + (to[run] ?? 0));
    }
  }
  return image;
}

describe("components from runs", () => {
  it("are those found pixel by pixel, with the same numbers", () => {
    fc.assert(
      fc.property(masks, (pair) => {
        const runs = runsOf(pair, pair.a);
        const expected = connectedComponents(pair.a, pair.width, pair.height);
        assert.equal(runs.count, expected.count);
        assert.deepEqual(painted(runs, pair), expected.ids);
      }),
      { numRuns: 500 },
    );
  });

  it("overlap as the pixels do", () => {
    fc.assert(
      fc.property(masks, (pair) => {
        const byPixel = [pair.a, pair.b].map((mask) => connectedComponents(mask, pair.width, pair.height));
        const [truth, prediction] = byPixel;
        assert.ok(truth && prediction);
        const table = overlapOfRuns(runsOf(pair, pair.a), runsOf(pair, pair.b));
        const expected = overlapTable(truth, prediction);
        assert.deepEqual(table.overlaps, expected.overlaps);
        assert.deepEqual(table.truthSizes.slice(1), expected.truthSizes.slice(1));
        assert.deepEqual(matchObjects(table), matchObjects(expected));
      }),
      { numRuns: 500 },
    );
  });

  it("grow beyond what was reserved for them", () => {
    const [width, height] = [64, 40];
    const pixels = Uint8Array.from({ length: width * height }, (_, i) => Number(i % 2 === 0 && (i >> 6) % 2 === 0));
    assert.equal(componentRuns(truthBits({ width, height, pixels })).count, 32 * 20);
  });
});
