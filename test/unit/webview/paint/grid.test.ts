import assert from "node:assert/strict";
import fc from "fast-check";
import { type Grid, gridOf, type Spans, sameGrid } from "../../../../webview/paint/grid.js";
import { wholeGrid } from "./support.js";

const anyMask = fc.record({ width: fc.integer({ min: 1, max: 300 }), height: fc.integer({ min: 1, max: 300 }) });

const covered = ({ from, to }: Spans, blocks: number) => {
  const times = new Uint32Array(blocks);
  for (let i = 0; i < from.length; i++) for (let at = from[i]; at < to[i]; at++) times[at]++;
  return times;
};

describe("output grid of a picture", () => {
  it("shows every block of a reduced mask, and hardly any twice", () => {
    fc.assert(
      fc.property(anyMask, fc.double({ min: 0.004, max: 0.999, noNaN: true }), (mask, scale) => {
        const grid = wholeGrid(mask, scale);
        for (const [spans, edge] of [
          [grid.columns, mask.width],
          [grid.rows, mask.height],
        ] as const) {
          const blocks = Math.ceil(edge / 2 ** grid.level);
          const times = covered(spans, blocks);
          assert.ok(
            times.every((n) => n >= 1),
            `${edge} px at ${scale}: ${times}`,
          );
          // At its far edge a block may have an output pixel to share.
          assert.ok(times.slice(0, -2).every((n) => n === 1));
        }
      }),
    );
  });

  it("takes blocks twice as large where there is no time for more, and still shows every one", () => {
    fc.assert(
      fc.property(anyMask, fc.double({ min: 0.004, max: 0.999, noNaN: true }), (mask, scale) => {
        const [fine, coarse] = [wholeGrid(mask, scale), wholeGrid(mask, scale, 0)];
        assert.equal(coarse.level, fine.level + 1);
        assert.deepEqual(wholeGrid(mask, scale, fine.width * fine.height * 4), fine);
        for (const [spans, edge] of [
          [coarse.columns, mask.width],
          [coarse.rows, mask.height],
        ] as const)
          assert.ok(covered(spans, Math.ceil(edge / 2 ** coarse.level)).every((n) => n >= 1));
        assert.ok(!sameGrid(fine, coarse));
      }),
    );
  });

  it("shows the mask pixel under the centre of each output pixel when it is enlarged", () => {
    const grid = wholeGrid({ width: 3, height: 2 }, 2.5);
    assert.equal(grid.level, 0);
    assert.deepEqual([...grid.columns.from], [0, 0, 1, 1, 1, 2, 2, 2]);
    assert.deepEqual([...grid.rows.from], [0, 0, 1, 1, 1]);
  });

  it("is cut to what is seen", () => {
    const grid = gridOf(
      { width: 100, height: 100 },
      { x: -50, y: -20, width: 400, height: 400 },
      { x: 0, y: 0, width: 60, height: 40 },
    );
    assert.deepEqual([grid?.left, grid?.top, grid?.width, grid?.height], [0, 0, 60, 40]);
    assert.deepEqual([grid?.columns.from[0], grid?.rows.from[0]], [12, 5]);
    const away = { x: 500, y: 0, width: 60, height: 40 };
    assert.equal(gridOf({ width: 100, height: 100 }, { x: 0, y: 0, width: 400, height: 400 }, away), null);
  });

  it("is the same wherever it lies on the screen", () => {
    const grid = wholeGrid({ width: 30, height: 20 }, 0.7);
    const elsewhere: Grid = { ...grid, left: 300 };
    assert.ok(sameGrid(grid, elsewhere));
    assert.ok(!sameGrid(grid, { ...grid, offsetX: 1 }));
    assert.ok(!sameGrid(null, grid));
  });
});
