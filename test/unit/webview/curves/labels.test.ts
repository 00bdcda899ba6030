import assert from "node:assert/strict";
import { placeLabels } from "../../../../webview/curves/labels.js";

describe("names on curves", () => {
  it("stand where the curves are farthest apart", () => {
    const [rising, falling] = placeLabels([(x) => x, (x) => 1 - x]);
    assert.deepEqual([rising?.x, falling?.x], [0.08, 0.08]);
  });
  it("do not cover each other where curves are one", () => {
    const [a, b] = placeLabels([() => 1, () => 1]);
    assert.ok(a && b && Math.abs(a.x - b.x) > 0.5);
  });
  it("keep away from what is there already", () => {
    const [name] = placeLabels([() => 0.5], [{ x: 0.08, y: 0.5 }]);
    assert.equal(name?.x, 0.92);
  });
  it("are left out where a curve has no value", () => {
    assert.deepEqual(placeLabels([() => null]), [null]);
  });
});
