import assert from "node:assert/strict";
import { type Ring, ringsOf } from "../../../../webview/stage/rings.js";

const box = { x: 10, y: 0, width: 400, height: 400 };
const visible = { x: 0, y: 0, width: 600, height: 600 };
const speck = (x: number, y: number, width = 1, height = 1) => ({ x, y, width, height });

describe("rings around specks", () => {
  it("are around the middle of each, as wide as it and its surroundings", () => {
    assert.deepEqual(ringsOf([speck(10, 20, 3, 4)], box, visible, 2, 1), [{ x: 33, y: 44, radius: 12 }]);
  });

  it("are one where two would be in the same place", () => {
    const rings = ringsOf([speck(10, 20), speck(11, 21), speck(150, 20)], box, visible, 1, 1);
    assert.deepEqual(
      rings.map(({ x }) => x),
      [20.5, 160.5],
    );
  });

  it("are left out where nobody sees them", () => {
    const narrow = { x: 0, y: 0, width: 120, height: 120 };
    const specks = [speck(50, 50), speck(150, 50), speck(50, 150)];
    assert.equal(ringsOf(specks, box, narrow, 1, 1).length, 1);
  });

  it("are the same where they are drawn ahead, around the view, and wherever the mask lies", () => {
    const specks = Array.from({ length: 40 }, (_, i) => speck(13 * (i % 7), 7 * i, 1 + (i % 3)));
    const narrow = { x: 0, y: 0, width: 200, height: 200 };
    const ahead = ringsOf(specks, box, narrow, 1, 1, 100);
    const seen = ringsOf(specks, box, narrow, 1, 1);
    assert.ok(seen.length > 10 && seen.length < ahead.length);
    const isSeen = ({ x, y, radius }: Ring) => x <= 200 + radius && y <= 200 + radius;
    assert.deepEqual(ahead.filter(isSeen), seen);
    const moved = ringsOf(specks, { ...box, x: 3, y: 5 }, { ...narrow, x: -7, y: 5 }, 1, 1);
    assert.deepEqual(
      moved,
      seen.map((ring) => ({ ...ring, x: ring.x - 7, y: ring.y + 5 })),
    );
  });

  it("are smaller on a small stage, but never too small to be seen", () => {
    const radius = (edge: number, ratio = 1) =>
      ringsOf([speck(0, 0)], { ...box, x: 0 }, { x: 0, y: 0, width: edge, height: edge }, 0, ratio)[0].radius;
    assert.deepEqual([radius(2000), radius(300), radius(60)], [7, 5, 3]);
    assert.deepEqual([radius(4000, 2), radius(60, 2)], [14, 6]);
  });

  it("are fewer, and none alone without one, where so many would hide the picture", () => {
    const crowd = Array.from({ length: 30 * 30 }, (_, i) => speck(8 * (i % 30), 8 * Math.floor(i / 30)));
    const lone = speck(300, 300);
    const rings = ringsOf([...crowd, lone], box, visible, 1, 1);
    assert.ok(rings.length < 400 && rings.length > 200, `${rings.length}`);
    assert.ok(rings.some(({ x, y }) => x === 310.5 && y === 300.5));
    assert.equal(ringsOf(crowd.slice(0, 700), box, visible, 1, 1).length, 700);
  });
});
