import assert from "node:assert/strict";
import fc from "fast-check";
import { gridOf } from "../../../../webview/paint/grid.js";
import { jointPicture } from "../../../../webview/paint/jointPicture.js";
import { beyond, extentOf, isSameScale, partOf, piecesOn } from "../../../../webview/paint/parts.js";
import { errorTable } from "../../../../webview/paint/tables.js";
import { anyPair } from "../../core/support.js";
import { paint, samplerOf, wholeGrid } from "./support.js";

const anyPlace = fc.integer({ min: -40, max: 40 });
const anyEdge = fc.integer({ min: 1, max: 30 });
const anyRectangle = fc.record({ x: anyPlace, y: anyPlace, width: anyEdge, height: anyEdge });

type Rectangle = ReturnType<typeof extentOf>;

function* placesIn({ x, y, width, height }: Rectangle): Generator<readonly [number, number]> {
  for (let row = y; row < y + height; row++) for (let column = x; column < x + width; column++) yield [column, row];
}

describe("parts of a picture", () => {
  it("are what came into view, once each", () => {
    fc.assert(
      fc.property(anyRectangle, anyRectangle, (whole, known) => {
        const seen = new Set([...placesIn(known)].map(String));
        const expected = [...placesIn(whole)].map(String).filter((place) => !seen.has(place));
        const parts = beyond(whole, known).flatMap((part) => [...placesIn(part)].map(String));
        assert.deepEqual(parts.sort(), expected.sort());
      }),
    );
  });

  it("lie on a sheet that repeats in pieces, each place of the sheet once", () => {
    const anySheet = fc.record({ width: fc.integer({ min: 30, max: 50 }), height: fc.integer({ min: 30, max: 50 }) });
    fc.assert(
      fc.property(anySheet, anyRectangle, (sheet, rectangle) => {
        const own = new Map<string, string>();
        for (const { fromX, fromY, x, y, width, height } of piecesOn(sheet, rectangle)) {
          for (const [column, row] of placesIn({ x, y, width, height }))
            own.set(String([column, row]), String([rectangle.x + fromX + column - x, rectangle.y + fromY + row - y]));
        }
        const wrap = (at: number, edge: number) => ((at % edge) + edge) % edge;
        const expected = [...placesIn(rectangle)].map(([x, y]) => [
          String([wrap(x, sheet.width), wrap(y, sheet.height)]),
          String([x, y]),
        ]);
        assert.deepEqual([...own].sort(), expected.sort());
      }),
    );
  });

  it("painted one by one, wherever the camera went, are the picture painted at once", () => {
    const anyWindow = fc.record({
      x: fc.nat(200),
      y: fc.nat(200),
      width: fc.integer({ min: 1, max: 60 }),
      height: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        anyPair,
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.constantFrom(undefined, 0),
        fc.array(anyWindow, { minLength: 2, maxLength: 4 }),
        (pair, scale, most, windows) => {
          const { sampler, tally } = samplerOf(pair);
          const picture = jointPicture(sampler, errorTable(tally, 0.5, false));
          const { width, height } = pair.truth;
          const whole = wholeGrid({ width, height }, scale, most);
          const expected = paint(picture, whole);
          const kept = new Map<string, number>();
          for (const visible of windows) {
            const grid = gridOf(
              pair.truth,
              { x: 0, y: 0, width: width * scale, height: height * scale },
              visible,
              most,
            );
            if (!grid || !isSameScale(grid, whole)) continue;
            const extent = extentOf(grid);
            const known = [...kept.keys()].length > 0 ? extentOfPlaces(kept) : { ...extent, width: 0 };
            for (const part of beyond(extent, known)) {
              const painted = paint(picture, partOf(grid, part));
              [...placesIn(part)].forEach((place, i) => void kept.set(String(place), painted[i]));
            }
            const inView = new Set([...placesIn(extent)].map(String));
            for (const place of kept.keys()) if (!inView.has(place)) kept.delete(place);
            for (const [x, y] of placesIn(extent))
              assert.equal(kept.get(String([x, y])), expected[y * whole.width + x], `${x}, ${y} at ${scale}`);
          }
        },
      ),
    );
  });
});

function extentOfPlaces(kept: ReadonlyMap<string, number>): Rectangle {
  const places = [...kept.keys()].map((place) => place.split(",").map(Number));
  const [x, y] = [0, 1].map((axis) => Math.min(...places.map((place) => place[axis])));
  const [right, bottom] = [0, 1].map((axis) => Math.max(...places.map((place) => place[axis])));
  return { x, y, width: right - x + 1, height: bottom - y + 1 };
}
