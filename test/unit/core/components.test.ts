import assert from "node:assert/strict";
import fc from "fast-check";
import { connectedComponents } from "../../../src/core/objects/components.js";
import { matchComponents } from "../../../src/core/objects/match.js";
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
          const x = (at % width) + dx;
          const y = Math.floor(at / width) + dy;
          const next = y * width + x;
          if (x < 0 || y < 0 || x >= width || y >= height || pixels[next] === 0 || ids[next] > 0) continue;
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

  it("equals a flood fill on any mask", () => {
    const image = fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 })).chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        pixels: fc.uint8Array({ min: 0, max: 1, minLength: width * height, maxLength: width * height }),
      }),
    );
    fc.assert(
      fc.property(image, ({ width, height, pixels }) => {
        assert.deepEqual(connectedComponents(pixels, width, height).ids, flood(pixels, width, height));
      }),
      { numRuns: 500 },
    );
  });
});

describe("matchComponents", () => {
  it("does not match at IoU exactly one half", () => {
    const { truth, prediction } = pairOf(4, [1, 1, 0, 0], [255, 0, 0, 0]);
    assert.deepEqual(matchComponents(truth, prediction, 0.5), { tp: 0, fp: 1, fn: 1 });
  });

  it("counts found, invented and missed objects", () => {
    const { truth, prediction } = pairOf(7, [1, 1, 0, 1, 0, 0, 0], [255, 255, 0, 0, 0, 255, 0]);
    assert.deepEqual(matchComponents(truth, prediction, 0.5), { tp: 1, fp: 1, fn: 1 });
  });
});
