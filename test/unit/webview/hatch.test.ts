import assert from "node:assert/strict";
import {
  FALSE_NEGATIVE,
  FALSE_POSITIVE,
  LEFT_OUT,
  PLAIN,
  paintHatched,
  tilePositions,
} from "../../../webview/hatch.js";

/** One mask pixel of a code, enlarged to n x n. */
function enlarge(code: number, n: number): Uint32Array {
  const out = new Uint32Array(n * n);
  const still = new Int32Array(n);
  const tile = tilePositions(n, 0, 1);
  paintHatched(out, { colours: Uint32Array.of(7), codes: Uint8Array.of(code) }, still, still, tile, tile);
  return out;
}

const marked = (code: number, n: number) => enlarge(code, n).filter((colour) => colour !== 7).length;

describe("hatching", () => {
  it("marks a steady part of what it covers, and each kind another", () => {
    assert.equal(marked(PLAIN, 16), 0);
    assert.equal(marked(FALSE_POSITIVE, 16), 64);
    assert.equal(marked(FALSE_NEGATIVE, 16), 32);
    assert.equal(marked(LEFT_OUT, 16), 32);
    assert.notDeepEqual(enlarge(FALSE_NEGATIVE, 16), enlarge(LEFT_OUT, 16));
  });

  it("starts where the mask does", () => {
    assert.deepEqual([...tilePositions(4, -2, 1)], [6, 7, 0, 1]);
    assert.deepEqual([...tilePositions(4, 0, 2)], [0, 0, 1, 1]);
  });
});
