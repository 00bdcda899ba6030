import assert from "node:assert/strict";
import { tallyEdgeBand } from "../../../../src/core/boundary/edgeBand.js";
import { scoreById } from "../../../../src/core/catalogue.js";
import { evaluate, gatherEvidence } from "../../../../src/core/evaluate.js";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { createAnalyst, inOrder, isPending, partIn, withBand } from "../../../../webview/breakdown/analysis.js";

const truth = Uint8Array.from({ length: 400 }, (_, i) => (i % 20 < 9 ? 1 : 0));
const samples = Uint8Array.from({ length: 400 }, (_, i) => (i * 53) % 256);
const evidence = gatherEvidence(
  { width: 20, height: 20, pixels: truth },
  { width: 20, height: 20, samples, meaning: "probability", maximum: 255 },
  defaultSettings,
);

describe("analysis of a pair", () => {
  it("gives the numbers of the CLI, whatever was turned before", () => {
    const analyst = createAnalyst(evidence);
    const turns: Partial<Settings>[] = [
      {},
      { threshold: 0.3 },
      { preset: "seed" },
      { threshold: 0.3, overrides: { focal: { gamma: 1.5 }, bce: { epsilon: 1e-3 } } },
      {},
    ];
    for (const turn of turns) {
      const settings = { ...defaultSettings, ...turn };
      const read = Object.fromEntries(analyst.read(settings).map(({ score, value }) => [score.id, value]));
      assert.deepEqual(read, evaluate(evidence, settings));
    }
  });

  it("tells what is not read yet from what is undefined, and has the rest already", () => {
    const early = createAnalyst({ kind: "binary", pixels: evidence.pixels }).read(defaultSettings);
    const whole = new Map(
      createAnalyst(evidence)
        .read(defaultSettings)
        .map((reading) => [reading.score.id, reading]),
    );
    for (const { score, value, unread } of early) {
      assert.equal(unread, score.reads !== undefined, score.id);
      assert.equal(value, unread ? null : whole.get(score.id)?.value, score.id);
      assert.equal(whole.get(score.id)?.unread, false, score.id);
    }
    const ofLibrary = createAnalyst(evidence).read({ ...defaultSettings, preset: "metrics-reloaded" });
    assert.ok(ofLibrary.some(({ unread }) => unread));
    for (const { value, returned, absent, unread } of ofLibrary)
      assert.equal(unread, value === null && returned === null && !absent);
  });

  it("divides every loss that is shared into regions that add up to it", () => {
    for (const { score, value, shares } of createAnalyst(evidence).read(defaultSettings)) {
      assert.equal(shares !== null, score.sharing !== undefined, score.id);
      if (!shares || value === null) continue;
      const sum = shares.tp + shares.fp + shares.fn + shares.tn;
      assert.ok(Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value)), `${score.id}: ${sum}, not ${value}`);
    }
  });

  it("puts the loss with the largest share of a region first", () => {
    const readings = createAnalyst(evidence)
      .read(defaultSettings)
      .filter(({ score }) => score.group === "losses");
    const sorted = inOrder(readings, "fn").flatMap(({ shares }) => (shares ? [partIn(shares, "fn")] : []));
    assert.deepEqual(
      sorted,
      [...sorted].sort((a, b) => b - a),
    );
    assert.equal(inOrder(readings, "catalogue"), readings);
  });

  it("sorts by value, what is undefined last", () => {
    const readings = createAnalyst(evidence).read(defaultSettings);
    const undefinedOne = { ...readings[0], value: null };
    const values = (order: "largest" | "smallest") =>
      inOrder([undefinedOne, ...readings], order).map(({ value }) => value);
    const rising = readings.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
    assert.deepEqual(values("smallest").slice(0, rising.length), rising);
    assert.deepEqual(values("largest").slice(0, rising.length), rising.reverse());
    assert.equal(values("largest").at(-1), null);
  });

  it("sets the band around the boundary apart: the shares still add up", () => {
    const readings = createAnalyst(evidence).read(defaultSettings);
    const size = { width: 20, height: 20 };
    const raster = { ...size, samples, meaning: "probability" as const, maximum: 255 };
    const band = tallyEdgeBand({ ...size, pixels: truth }, raster, defaultSettings.kernel);
    for (const { score, value, shares } of withBand(readings, evidence, band, 0.5)) {
      if (!shares || value === null) continue;
      const sum = shares.tp + shares.fp + shares.fn + shares.tn + (shares.band ?? 0);
      assert.ok(Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value)), `${score.id}: ${sum}, not ${value}`);
      // What goes by distances is not divided at the boundary.
      assert.equal(partIn(shares, "band") > 0, score.reads !== "distances", score.id);
    }
  });

  it("knows what waits for the pixels", () => {
    const gathered = { threshold: 0.5, kernel: 50 };
    const pending = (id: string, change: Partial<Settings>) =>
      isPending(scoreById(id), gathered, { ...defaultSettings, ...change });
    assert.ok(pending("object_f1", { threshold: 0.4 }));
    assert.ok(!pending("object_f1", { kernel: 9 }));
    assert.ok(pending("weighted_bce", { kernel: 9 }));
    assert.ok(!pending("weighted_bce", { threshold: 0.4 }));
    assert.ok(!pending("iou", { threshold: 0.4, kernel: 9 }));
  });
});
