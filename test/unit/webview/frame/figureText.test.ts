import assert from "node:assert/strict";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import type { Edit } from "../../../../src/core/whatIf/edits.js";
import type { PairView } from "../../../../src/protocol/pairView.js";
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

const textOf = (edits: readonly Edit[], more: Partial<Pick<PairView, "position" | "other">> = {}) =>
  figureText(
    {
      view: { ...view, evidence, pixels, ...more },
      analyst: createAnalyst(evidence),
      gathered: { threshold: 0.5, kernel: 5, compare: false, edits },
    },
    initialState,
  );

describe("the words above a saved picture", () => {
  it("are name and place, the numbers people ask for first, and the threshold", () => {
    const { title, facts } = textOf([], { position: { rank: 3, of: 12, by: "IoU" } });
    assert.equal(title, "a (3/12 by IoU)");
    assert.match(facts.join("\n"), /^IoU 0\.6667 · F1 0\.8000 · .* · threshold 0\.5$/);
    assert.equal(textOf([]).title, "a");
  });

  it("say first that the prediction was edited, and how", () => {
    const { facts } = textOf([{ do: "erode" }, { do: "erode" }, { do: "fillHoles" }]);
    assert.match(facts.join("\n"), /^edited prediction \(eroded × 2, holes filled\) · IoU /);
  });

  it("are a line of numbers for each of two models, by name", () => {
    const same = pairOf(2, [1, 1, 0, 0], [255, 255, 0, 0]);
    const pixels = gatherEvidence(truth, same.prediction, { ...defaultSettings, kernel: 5 }).pixels;
    const other = { name: "unet-v1", own: "unet-v2", prediction: Uint8Array.of(1, 1, 0, 0), pixels };
    const { title, facts } = textOf([{ do: "erode" }], { other });
    assert.equal(title, "a");
    assert.equal(facts.length, 3);
    assert.match(facts[0], /^A: unet-v1 · IoU 1 · F1 1 · IoU \.50:\.95 1 · BCE [^·]+$/);
    assert.match(facts[1], /^B: unet-v2 · edited prediction \(eroded\) · IoU 0\.6667 · F1 0\.8000 · /);
    assert.equal(facts[2], "threshold 0.5");
  });
});
