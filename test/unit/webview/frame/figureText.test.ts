import assert from "node:assert/strict";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import type { Edit } from "../../../../src/core/whatIf/edits.js";
import { createAnalyst } from "../../../../webview/breakdown/analysis.js";
import { figureText } from "../../../../webview/frame/figureText.js";
import { initialState } from "../../../../webview/state/initialState.js";
import { pairOf } from "../../core/support.js";

const { truth, prediction } = pairOf(2, [1, 1, 0, 0], [255, 255, 255, 0]);
const evidence = gatherEvidence(truth, prediction, { ...defaultSettings, kernel: 5 });
const uris = { prediction: "file:///p.png", truth: "file:///t.png" };
const view = {
  name: "a",
  settings: defaultSettings,
  files: uris,
  uris,
  readAs: { prediction: "", truth: "" },
  notes: [],
};
const pixels = { width: 2, height: 2, truth: truth.pixels, prediction: Uint8Array.of(255, 255, 255, 0) };

const textOf = (edits: readonly Edit[], position?: { rank: number; of: number; by: string }) =>
  figureText(
    {
      view: { ...view, evidence, pixels, ...(position && { position }) },
      analyst: createAnalyst(evidence),
      gathered: { threshold: 0.5, kernel: 5, compare: false, edits },
    },
    initialState,
  );

describe("the words above a saved picture", () => {
  it("are name and place, the numbers people ask for first, and the threshold", () => {
    const { title, facts } = textOf([], { rank: 3, of: 12, by: "IoU" });
    assert.equal(title, "a (3/12 by IoU)");
    assert.match(facts, /^IoU 0\.6667 · F1 0\.8000 · .* · threshold 0\.5$/);
    assert.equal(textOf([]).title, "a");
  });

  it("say first that the prediction was edited, and how", () => {
    const { facts } = textOf([{ do: "erode" }, { do: "erode" }, { do: "fillHoles" }]);
    assert.match(facts, /^edited prediction \(eroded × 2, holes filled\) · IoU /);
  });
});
