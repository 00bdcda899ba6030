import assert from "node:assert/strict";
import { epsilon, gamma, smooth } from "../../../../src/core/parameters.js";
import { sliderRange, toPosition, toValue } from "../../../../webview/ui/scale.js";

describe("slider scale", () => {
  it("is the value itself in equal steps", () => {
    assert.deepEqual(sliderRange(gamma(2)), { minimum: 0, maximum: 5, step: 0.05 });
    assert.equal(toPosition(gamma(2), 1.5), 1.5);
    assert.equal(toValue(gamma(2), 9), 5);
  });

  it("runs over decades, with both ends", () => {
    const parameter = epsilon();
    assert.equal(toPosition(parameter, 1e-12), 0);
    assert.equal(toPosition(parameter, 0.1), 1000);
    assert.equal(toValue(parameter, 0), 1e-12);
    assert.equal(toValue(parameter, 1000), 0.1);
    assert.equal(toValue(parameter, toPosition(parameter, 1e-7)), 1e-7);
  });

  it("has a place for 0 where the range begins there", () => {
    const parameter = smooth(1);
    assert.equal(toPosition(parameter, 0), 0);
    assert.equal(toValue(parameter, 0), 0);
    assert.ok(toValue(parameter, 1) > 0);
    assert.equal(toValue(parameter, toPosition(parameter, 1)), 1);
    assert.equal(toValue(parameter, 1000), 100);
  });

  it("never falls as the slider rises", () => {
    for (const parameter of [epsilon(), smooth(1)]) {
      const values = Array.from({ length: 1001 }, (_, position) => toValue(parameter, position));
      assert.ok(values.every((value, i) => i === 0 || value >= values[i - 1]));
    }
  });
});
