import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/settings.js";
import { turnedWords } from "../../../../src/extension/turned/turnedWords.js";

describe("what is turned for all pairs, in words", () => {
  const dials = { threshold: 0.5, preset: "default", overrides: {} } as const;
  it("names only what differs from the run", () => {
    assert.equal(turnedWords(null, defaultSettings), "");
    assert.equal(turnedWords(dials, defaultSettings), "");
    assert.equal(turnedWords({ ...dials, threshold: 0.3 }, defaultSettings), "threshold 0.3");
    assert.equal(
      turnedWords({ threshold: 0.25, preset: "seed", overrides: { tversky: { alpha: 0.3 } } }, defaultSettings),
      "threshold 0.25, preset seed, parameters turned",
    );
  });
});
