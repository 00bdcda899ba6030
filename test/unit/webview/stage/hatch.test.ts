import assert from "node:assert/strict";
import {
  FALSE_NEGATIVE,
  FALSE_POSITIVE,
  hatchFor,
  LEFT_OUT,
  PLAIN,
  tilePositions,
} from "../../../../webview/stage/hatch.js";

/** n x n output pixels of one code, from an offset of the mask on. */
function hatched(code: number, n: number, offset = 0): number[] {
  const hatch = hatchFor({ width: n, height: n, offsetX: offset, offsetY: offset }, 1);
  return Array.from({ length: n * n }, (_, i) => hatch(7, code, i % n, Math.floor(i / n)));
}

const marked = (code: number, n: number) => hatched(code, n).filter((colour) => colour !== 7).length;

describe("hatching", () => {
  it("marks a steady part of what it covers, and each kind another", () => {
    assert.equal(marked(PLAIN, 16), 0);
    assert.equal(marked(FALSE_POSITIVE, 16), 64);
    assert.equal(marked(FALSE_NEGATIVE, 16), 32);
    assert.equal(marked(LEFT_OUT, 16), 32);
    assert.notDeepEqual(hatched(FALSE_NEGATIVE, 16), hatched(LEFT_OUT, 16));
  });

  it("moves with the mask", () => {
    assert.deepEqual(hatched(FALSE_NEGATIVE, 8, 3)[0], hatched(FALSE_NEGATIVE, 8)[3 * 8 + 3]);
    assert.deepEqual(hatched(FALSE_POSITIVE, 16, 8), hatched(FALSE_POSITIVE, 16));
  });

  it("starts where the mask does", () => {
    assert.deepEqual([...tilePositions(4, -2, 1)], [6, 7, 0, 1]);
    assert.deepEqual([...tilePositions(4, 0, 2)], [0, 0, 1, 1]);
  });
});
