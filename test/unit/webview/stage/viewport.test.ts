import assert from "node:assert/strict";
import {
  cameraFor,
  cameraOn,
  clampCamera,
  fitZoom,
  pan,
  pixelAt,
  toMask,
  toPane,
  zoomAt,
} from "../../../../webview/stage/viewport.js";

const mask = { width: 100, height: 50 };
const pane = { width: 416, height: 316 };

describe("viewport", () => {
  it("fits the whole mask with 8 px of air", () => {
    assert.equal(fitZoom(mask, pane), 4);
    assert.equal(fitZoom({ width: 1, height: 1 }, pane), 64);
    assert.ok(fitZoom(mask, { width: 0, height: 0 }) > 0);
  });

  it("goes from the pane to the mask and back", () => {
    const camera = { x: 30, y: 20, zoom: 3 };
    assert.deepEqual(toMask(camera, pane, { x: 208, y: 158 }), { x: 30, y: 20 });
    const point = toPane(camera, pane, { x: 7, y: 9 });
    assert.deepEqual(toMask(camera, pane, point), { x: 7, y: 9 });
  });

  it("keeps what is under the pointer while it zooms", () => {
    const at = { x: 300, y: 120 };
    const before = cameraFor(null, mask, pane);
    const after = zoomAt(before, 2, at, mask, pane);
    assert.equal(after.zoom, 8);
    const [from, to] = [before, after].map((camera) => toMask(camera, pane, at));
    assert.ok(Math.abs(from.x - to.x) < 1e-9 && Math.abs(from.y - to.y) < 1e-9);
  });

  it("does not zoom beyond its limits, nor leave the mask", () => {
    assert.equal(clampCamera({ x: 0, y: 0, zoom: 1e9 }, mask, pane).zoom, 64);
    assert.equal(clampCamera({ x: 0, y: 0, zoom: 1e-9 }, mask, pane).zoom, 1);
    assert.equal(clampCamera({ x: 0, y: 0, zoom: 1e-9 }, { width: 10_000, height: 10_000 }, pane).zoom, 0.015);
    const moved = pan({ x: 50, y: 25, zoom: 4 }, 1e6, -1e6, mask, pane);
    assert.deepEqual([moved.x, moved.y], [0, 50]);
  });

  it("flies to a rectangle: all of it in the middle half, a speck not closer than its surroundings allow", () => {
    assert.deepEqual(cameraOn({ x: 20, y: 10, width: 26, height: 10 }, mask, pane), { x: 33, y: 15, zoom: 8 });
    assert.deepEqual(cameraOn({ x: 99, y: 0, width: 1, height: 1 }, mask, pane), { x: 99.5, y: 0.5, zoom: 16 });
  });

  it("moves against the drag", () => {
    assert.deepEqual(pan({ x: 50, y: 25, zoom: 4 }, 8, 4, mask, pane), { x: 48, y: 24, zoom: 4 });
  });

  it("finds the pixel, or none", () => {
    assert.deepEqual(pixelAt({ x: 99.9, y: 0 }, mask), { x: 99, y: 0 });
    assert.equal(pixelAt({ x: 100, y: 0 }, mask), null);
    assert.equal(pixelAt({ x: -0.1, y: 0 }, mask), null);
  });
});
