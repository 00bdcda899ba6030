import assert from "node:assert/strict";
import type { Dials } from "../../../../src/protocol/persisted.js";
import { turnedDials } from "../../../../webview/state/turnedDials.js";

const host: Dials = { threshold: 0.5, kernel: 31, preset: "default", overrides: {} };

describe("dials turned away from the run", () => {
  it("say nothing while they stand as the run's", () => {
    assert.deepEqual(turnedDials({ ...host, overrides: {} }, host, "the ranking"), []);
  });

  it("say what is here and what there, in full", () => {
    const here: Dials = { ...host, threshold: 0.500004, kernel: 5, overrides: { focal: { gamma: 1 } } };
    const [threshold, kernel, parameters] = turnedDials(here, host, "the ranking");
    assert.equal(threshold, "Threshold 0.500004 here, 0.5 in the ranking");
    assert.equal(kernel, "Kernel 5 here, 31 in the ranking");
    assert.match(parameters ?? "", /^Parameters of Focal.* are not those of the ranking$/);
  });

  it("name the convention", () => {
    const [text] = turnedDials({ ...host, preset: "monai" }, host, "the settings");
    assert.match(text ?? "", /^Convention MONAI.* here, .* in the settings$/);
  });
});
