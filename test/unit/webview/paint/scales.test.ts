import assert from "node:assert/strict";
import fc from "fast-check";
import { byMagnitude, magnitudeScale, mapByMagnitude, signedScale } from "../../../../webview/paint/scales.js";
import { diverging } from "../../../../webview/stage/palettes.js";

const steps = Array.from({ length: 256 }, (_, step) => step);

describe("the scale of signed values", () => {
  it("has 0 in the middle, the ends at the largest magnitude, and both sides alike", () => {
    const scale = signedScale(4);
    assert.deepEqual([-4, -1, 0, 1, 4].map(scale), [0, 64, 128, 191, 255]);
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 4, noNaN: true }), (value) => {
        assert.ok(Math.abs(scale(value) + scale(-value) - 255) <= 1);
        assert.ok(scale(-value) < 128 && scale(value) > 127);
      }),
    );
  });

  it("orders its steps by their magnitude, and the colours with them", () => {
    const ordered = [...steps].sort((a, b) => byMagnitude(a) - byMagnitude(b));
    assert.deepEqual(ordered.slice(0, 4), [128, 127, 129, 126]);
    assert.deepEqual(ordered.slice(-2), [255, 0]);
    assert.deepEqual(
      steps.map(byMagnitude).sort((a, b) => a - b),
      steps,
    );
    for (const step of steps) assert.equal(mapByMagnitude(diverging)[byMagnitude(step)], diverging[step]);
  });

  it("shows nothing but the middle where all is 0", () => {
    assert.equal(signedScale(0)(0), 128);
    assert.equal(magnitudeScale(0)(0), 0);
  });
});
