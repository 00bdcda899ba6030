import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import { rank } from "../../../../src/extension/ranking/ranking.js";
import { barIcon, barLength, goodness } from "../../../../src/extension/ranking/rowIcon.js";
import {
  failureTooltip,
  pairTooltip,
  scoreText,
  shortName,
  spokenPair,
  summaryText,
} from "../../../../src/extension/ranking/rowText.js";
import { pairRow } from "../fixtures.js";

const [iou, bce, tp] = [scoreById("iou"), scoreById("bce"), scoreById("tp")];

describe("scoreText", () => {
  it("gives ratios four decimals, so that a column lines up", () => {
    assert.equal(scoreText(iou, 0.61239), "0.6124");
    assert.equal(scoreText(iou, 1), "1.0000");
  });
  it("gives pixels as they are", () => assert.equal(scoreText(tp, 412), "412"));
  it("gives a dash for undefined", () => assert.equal(scoreText(iou, null), "—"));
});

describe("shortName", () => {
  it("keeps both ends of a long name", () => {
    assert.equal(shortName("road_0412"), "road_0412");
    assert.equal(shortName("2024-11-03_patient_01_T2w_slice_0123_v2"), "2024-11-03_p…slice_0123_v2");
    assert.equal(shortName("x".repeat(26)).length, 26);
  });
});

describe("texts of a row", () => {
  const pair = pairRow(0, "road_0412|x", { iou: 0.5, bce: 0.25 });

  it("speaks the score by its title", () => {
    assert.equal(spokenPair(pair, iou), "road_0412|x, IoU (Jaccard) 0.5000");
    assert.equal(spokenPair(pairRow(0, "a", { iou: null }), iou), "a, IoU (Jaccard) undefined");
  });

  it("escapes names in tooltips", () => {
    assert.match(pairTooltip(pair, bce), /road\\_0412\\\|x/);
    const failure = { status: "failed", name: "a", file: "/a`b", reason: "<b>", remedy: "[x](y)" } as const;
    assert.equal(failureTooltip(failure), "`/ab`\n\n**\\<b\\>**\n\n\\[x\\]\\(y\\)");
  });

  it("says how the files were read", () => {
    assert.match(pairTooltip(pair, iou), /Prediction: 8\\-bit probability/);
    assert.match(pairTooltip(pair, iou), /Truth area \| 2 px, 50\.0 % \|/);
    assert.match(pairTooltip(pair, iou), /250 times/);
  });

  it("shows label and instance maps by their own scores", () => {
    const { truthArea: _, ...row } = pairRow(0, "map", { miou: 0.25, pixel_accuracy: 0.5 });
    const map = { ...row, kind: "labels" as const };
    assert.match(pairTooltip(map, scoreById("miou")), /mIoU \(mean over classes\) \| 0\.2500/);
    assert.doesNotMatch(pairTooltip(map, iou), /Jaccard|Truth area|250 times/);
    assert.equal(spokenPair(map, iou), "map, IoU (Jaccard) is not for label maps");
    const objects = { ...map, kind: "objects" as const, scores: { pq: 0.5 } };
    assert.match(pairTooltip(objects, scoreById("pq")), /Panoptic quality \| 0\.5000/);
  });

  it("sums up a run", () => {
    const ranking = rank({ pairs: [pair], failures: [] }, iou, false);
    assert.equal(summaryText(ranking, "finished"), "IoU (Jaccard) 0.5000 · 1 pair");
    assert.equal(summaryText(ranking, "cancelled"), "IoU (Jaccard) 0.5000 · 1 pair · cancelled");
    const mixed = rank({ pairs: [pair, pairRow(1, "map", { miou: 1 })], failures: [] }, iou, false);
    assert.equal(summaryText(mixed, "finished"), "IoU (Jaccard) 0.5000 · 1 of 2 pairs", "what the mean is of");
    const row = { status: "failed", file: "", reason: "", remedy: "" } as const;
    const failures = [
      { ...row, name: "broken" },
      { ...row, name: "alone", missing: "truth" as const },
    ];
    assert.equal(
      summaryText({ ...ranking, failures }, "finished"),
      "IoU (Jaccard) 0.5000 · 1 pair · 1 failed · 1 without partner",
    );
  });
});

describe("goodness", () => {
  it("fills a bounded score by its range", () => {
    assert.equal(goodness(iou, 0.25, 0), 0.25);
    assert.equal(goodness(scoreById("mcc"), 0, 0), 0.5);
    assert.equal(goodness(scoreById("dice"), 0.25, 0), 0.75);
  });
  it("fills an unbounded loss by the worst of the run", () => {
    assert.equal(goodness(bce, 2, 8), 0.75);
    assert.equal(goodness(bce, 0, 0), 0);
  });
});

describe("barIcon", () => {
  it("has no fill at 0 and a full one at 1", () => {
    assert.equal(barIcon(barLength(0), "#000").match(/<rect/g)?.length, 1);
    assert.match(barIcon(barLength(1), "#000"), /width="14" height="4" rx="1"\/>/);
  });
});
