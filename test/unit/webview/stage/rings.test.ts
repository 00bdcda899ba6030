import assert from "node:assert/strict";
import fc from "fast-check";
import { stampFrom, stampRing } from "../../../../webview/stage/ringStamp.js";
import { type Ring, ringsIn, ringsSeen } from "../../../../webview/stage/rings.js";

const visible = { x: 0, y: 0, width: 600, height: 600 };
const speck = (x: number, y: number, width = 1, height = 1) => ({ x, y, width, height });
type Specks = Parameters<typeof ringsSeen>[0];

function ringsOf(specks: Specks, scale: number, area = visible, ratio = 1): readonly Ring[] {
  return ringsSeen(specks, area, scale, ratio)?.rings ?? [];
}

describe("rings around specks", () => {
  it("are around the middle of each, as wide as it and its surroundings", () => {
    assert.deepEqual(ringsOf([speck(10, 20, 3, 4)], 2), [{ x: 23, y: 44, radius: 12 }]);
  });

  it("are not needed close up", () => {
    assert.equal(ringsSeen([speck(1, 1)], visible, 6, 1), null);
    assert.notEqual(ringsSeen([speck(1, 1)], visible, 6, 2), null);
    assert.equal(ringsSeen([], visible, 1, 1), null);
  });

  it("are one where two would be in the same place", () => {
    const rings = ringsOf([speck(10, 20), speck(11, 21), speck(150, 20)], 1);
    assert.deepEqual(
      rings.map(({ x }) => x),
      [10.5, 150.5],
    );
  });

  it("are left out where nobody sees them", () => {
    const narrow = { x: -10, y: 0, width: 120, height: 120 };
    const specks = [speck(50, 50), speck(150, 50), speck(50, 150)];
    assert.equal(ringsOf(specks, 1, narrow).length, 1);
  });

  it("are the same in every part of a picture", () => {
    const anySpeck = fc.record({
      x: fc.nat(100),
      y: fc.nat(100),
      width: fc.integer({ min: 1, max: 4 }),
      height: fc.integer({ min: 1, max: 4 }),
    });
    const look = { around: 4, place: 9 };
    fc.assert(
      fc.property(
        fc.array(anySpeck, { maxLength: 60 }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.nat(300),
        fc.nat(300),
        (specks, scale, x, y) => {
          const whole = { x: 0, y: 0, width: 600, height: 600 };
          const part = { x, y, width: 40, height: 25 };
          const reaches = ({ x, y, radius }: Ring) =>
            x >= part.x - radius && x <= part.x + 40 + radius && y >= part.y - radius && y <= part.y + 25 + radius;
          const near = ringsIn(specks, part, scale, look);
          // A radius is rounded to half a pixel; the edge of the part is not.
          const inside = (rings: readonly Ring[]) => rings.filter((ring) => reaches({ ...ring, radius: 0 }));
          assert.deepEqual(inside(near), inside(ringsIn(specks, whole, scale, look)));
          assert.ok(near.every((ring) => reaches({ ...ring, radius: ring.radius + 0.5 })));
        },
      ),
    );
  });

  it("are smaller on a small stage, but never too small to be seen", () => {
    const radius = (edge: number, ratio = 1) =>
      ringsOf([speck(0, 0)], 0, { x: 0, y: 0, width: edge, height: edge }, ratio)[0].radius;
    assert.deepEqual([radius(2000), radius(300), radius(60)], [7, 5, 3]);
    assert.deepEqual([radius(4000, 2), radius(60, 2)], [14, 6]);
  });

  it("are fewer, and none alone without one, where so many would hide the picture", () => {
    const crowd = Array.from({ length: 30 * 30 }, (_, i) => speck(8 * (i % 30), 8 * Math.floor(i / 30)));
    const lone = speck(300, 300);
    const rings = ringsOf([...crowd, lone], 1);
    assert.ok(rings.length < 400 && rings.length > 200, `${rings.length}`);
    assert.ok(rings.some(({ x, y }) => x === 300.5 && y === 300.5));
    assert.equal(ringsOf(crowd.slice(0, 700), 1).length, 700);
  });

  it("are put on a picture as far as they reach into it, the stronger where they cross", () => {
    const [faint, strong] = [0x40000001, 0xff000002];
    const stamp = stampFrom(Uint32Array.of(strong, faint, 0, strong), 2);
    const out = new Uint32Array(9);
    const area = { x: 10, y: 20, width: 3, height: 3 };
    stampRing(stamp, { x: 10, y: 21, radius: 1 }, out, area);
    assert.deepEqual([...out], [faint, 0, 0, strong, 0, 0, 0, 0, 0]);
    stampRing(stamp, { x: 13, y: 23, radius: 1 }, out, area);
    stampRing(stamp, { x: 11, y: 21, radius: 1 }, out, area);
    assert.deepEqual([...out], [strong, faint, 0, strong, strong, 0, 0, 0, strong]);
  });
});
