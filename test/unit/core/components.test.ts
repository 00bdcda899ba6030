import assert from "node:assert/strict";
import fc from "fast-check";
import { scoreById } from "../../../src/core/catalogue.js";
import { tallyPixels } from "../../../src/core/count.js";
import { connectedComponents } from "../../../src/core/objects/components.js";
import { matchComponents } from "../../../src/core/objects/fromMask.js";
import { countsAbove, matchObjects } from "../../../src/core/objects/match.js";
import { pairOf } from "./support.js";

const mask = (rows: readonly string[]) => ({
  width: rows[0].length,
  height: rows.length,
  pixels: Uint8Array.from(rows.join(""), (cell) => (cell === "#" ? 1 : 0)),
});

function label(rows: readonly string[]): { count: number; ids: string[] } {
  const { width, height, pixels } = mask(rows);
  const { count, ids } = connectedComponents(pixels, width, height);
  return { count, ids: rows.map((_, y) => Array.from(ids.slice(y * width, (y + 1) * width)).join("")) };
}

/** The obvious way: flood every component from its first pixel. */
function flood(pixels: Uint8Array, width: number, height: number): Int32Array {
  const ids = new Int32Array(pixels.length);
  let count = 0;
  for (let start = 0; start < pixels.length; start++) {
    if (pixels[start] === 0 || ids[start] > 0) continue;
    const open = [start];
    ids[start] = ++count;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const x: number = (at % width) + dx;
          const y: number = Math.floor(at / width) + dy;
          const next = y * width + x;
          if (x < 0 || y < 0 || x >= width || y >= height || pixels[next] !== pixels[start] || ids[next] > 0) continue;
          ids[next] = count;
          open.push(next);
        }
      }
    }
  }
  return ids;
}

describe("connectedComponents", () => {
  it("finds none in an empty mask and one in a full one", () => {
    assert.equal(label(["..", ".."]).count, 0);
    assert.equal(label(["##", "##"]).count, 1);
  });

  it("connects diagonals", () => {
    assert.equal(label(["#.", ".#"]).count, 1);
    assert.equal(label([".#", "#."]).count, 1);
  });

  it("joins the arms of a U and numbers by first pixel", () => {
    assert.deepEqual(label(["#.#.#", "#.#..", "###.#"]), { count: 3, ids: ["10102", "10100", "11103"] });
  });

  it("equals a flood fill on any mask, and on any map of ids", () => {
    const image = fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 })).chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        pixels: fc.uint8Array({ min: 0, max: 3, minLength: width * height, maxLength: width * height }),
      }),
    );
    fc.assert(
      fc.property(image, ({ width, height, pixels }) => {
        const mask = pixels.map((id) => id & 1);
        for (const map of [pixels, mask])
          assert.deepEqual(connectedComponents(map, width, height).ids, flood(map, width, height));
      }),
      { numRuns: 500 },
    );
  });
});

describe("matchComponents", () => {
  const matched = (width: number, truth: number[], samples: number[]) => {
    const pair = pairOf(width, truth, samples);
    return matchComponents(pair.truth, pair.prediction, 0.5);
  };

  it("does not match at IoU exactly one half", () => {
    assert.deepEqual(countsAbove(matched(4, [1, 1, 0, 0], [255, 0, 0, 0]), 0.5), { tp: 0, fp: 1, fn: 1 });
  });

  it("counts found, invented and missed objects", () => {
    const matches = matched(7, [1, 1, 0, 1, 0, 0, 0], [255, 255, 0, 0, 0, 255, 0]);
    assert.deepEqual(countsAbove(matches, 0.5), { tp: 1, fp: 1, fn: 1 });
  });

  it("counts a truth object in two pieces as split, and a bridge over two as merged", () => {
    const split = matched(5, [1, 1, 1, 1, 1], [255, 255, 0, 255, 255]);
    assert.deepEqual([split.split, split.merged], [1, 0]);
    const merged = matched(5, [1, 1, 0, 1, 1], [255, 255, 255, 255, 255]);
    assert.deepEqual([merged.split, merged.merged], [0, 1]);
  });

  it("matches at IoU > t: the DSB2018 example of losses.md, section 7", () => {
    const table = {
      truthSizes: Float64Array.from([0, 14, 12, 5]),
      predictionSizes: Float64Array.from([0, 25, 8, 4, 4]),
      overlaps: [
        { truth: 1, prediction: 1, pixels: 14 },
        { truth: 2, prediction: 2, pixels: 8 },
      ],
    };
    const matches = matchObjects(table);
    assert.deepEqual(Array.from(matches.ious), [8 / 12, 14 / 25]);
    const evidence = { kind: "binary" as const, pixels: tallyPixels(...emptyPair), objects: matches };
    const score = (id: string, iou?: number) => scoreById(id).evaluate(evidence, iou === undefined ? {} : { iou });
    const close = (value: number | null, expected: number) =>
      assert.ok(value !== null && Math.abs(value - expected) < 1e-6, `${value}, expected ${expected}`);
    close(score("object_ap"), 0.113333);
    close(score("object_f1", 0.55), 0.571429);
    close(score("object_f2", 0.55), 0.625);
    close(score("object_f1", 0.6), 0.285714);
    close(score("object_f2", 0.65), 0.3125);
    assert.equal(score("object_f1", 0.7), 0);
    // The same figure gives the panoptic quality of the table's row 70.
    close(score("pq"), 0.350476);
  });
});

const { truth, prediction } = pairOf(1, [0], [0]);
const emptyPair = [truth, prediction] as const;
