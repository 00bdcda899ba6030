import assert from "node:assert/strict";
import { boundaryWeight } from "../../../src/core/boundary/weight.js";
import { gatherEvidence } from "../../../src/core/evaluate.js";
import { lovaszSigmoid } from "../../../src/core/losses/lovaszSigmoid.js";
import { weightedBceDice } from "../../../src/core/losses/weightedBceDice.js";
import { quantise } from "../../../src/core/maps/quantise.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { hardCounts } from "../../../src/core/sums.js";
import { createAnalyst } from "../../../webview/analysis.js";
import { FALSE_NEGATIVE, FALSE_POSITIVE, LEFT_OUT, PLAIN } from "../../../webview/hatch.js";
import {
  errorTable,
  hatchTable,
  largestShare,
  lossMap,
  paintJoint,
  shareTable,
  tableOf,
} from "../../../webview/paint.js";
import { CLEAR, inferno, packRgb, regionColours } from "../../../webview/palettes.js";

const width = 24;
const height = 16;
const truth = Uint8Array.from({ length: width * height }, (_, i) => (i % 37 === 0 ? 2 : i % width < 11 ? 1 : 0));
const samples = Uint8Array.from({ length: width * height }, (_, i) => (i * 89) % 256);
const mask = { width, height, pixels: truth };
const settings = { ...defaultSettings, kernel: 5 };
const evidence = gatherEvidence(mask, { width, height, samples, meaning: "probability", maximum: 255 }, settings);
const pixels = { truth, prediction: samples };
const count = <Value>(values: Iterable<Value>, wanted: Value) => [...values].filter((value) => value === wanted).length;

describe("painting through tables", () => {
  it("shows as many pixels of each region as the tally counts", () => {
    for (const threshold of [0, 0.5, 0.6, 1]) {
      const out = new Uint32Array(truth.length);
      paintJoint(out, pixels, errorTable(evidence.pixels, threshold, false));
      const counts = hardCounts(evidence.pixels, threshold);
      for (const region of ["tp", "fp", "fn"] as const) {
        assert.equal(count(out, packRgb(regionColours[region])), counts[region]);
      }
      assert.equal(count(out, CLEAR), counts.tn);
    }
  });

  it("hatches errors and what is left out, and nothing else", () => {
    const codes = new Uint8Array(truth.length);
    paintJoint(codes, pixels, hatchTable(evidence.pixels, 0.5));
    const { tp, fp, fn, tn } = hardCounts(evidence.pixels, 0.5);
    assert.deepEqual(
      [FALSE_POSITIVE, FALSE_NEGATIVE, LEFT_OUT, PLAIN].map((code) => count(codes, code)),
      [fp, fn, count(truth, 2), tp + tn],
    );
  });

  it("gives each truth its own entries, and ignored pixels a third", () => {
    const table = tableOf(evidence.pixels, (p, truth) => (truth === 1 ? 7 : p === 1 ? 8 : 9));
    assert.equal(table.length, 3 * 256);
    assert.deepEqual([table[0], table[255], table[256], table[511]], [9, 8, 7, 7]);
    assert.equal(new Set(table.subarray(512)).size, 1);
  });

  it("adds the pixels of a plain loss up to its value", () => {
    const analyst = createAnalyst(evidence);
    const tables = analyst.lossTables(lovaszSigmoid, settings);
    assert.ok(tables?.plain);
    const weight = quantise(boundaryWeight(mask, 5));
    const shares = new Float64Array(truth.length);
    const largest = lossMap(shares, pixels, tables, weight);
    assert.equal(largest, largestShare(evidence.pixels, tables.plain));
    const sum = shares.reduce((total, share) => total + share, 0);
    assert.ok(Math.abs(sum - (lovaszSigmoid.evaluate(evidence) ?? 0)) < 1e-12);
    assert.equal(shareTable(tables.plain, largest, inferno).length, 3 * 256);
  });

  it("adds the pixels of a weighted loss up to its value, within the steps of the weight's bytes", () => {
    const tables = createAnalyst(evidence).lossTables(weightedBceDice, settings);
    assert.ok(tables?.weighted);
    const shares = new Float64Array(truth.length);
    lossMap(shares, pixels, tables, quantise(boundaryWeight(mask, 5)));
    const value = weightedBceDice.evaluate(evidence) ?? 0;
    const sum = shares.reduce((total, share) => total + share, 0);
    assert.ok(Math.abs(sum / value - 1) < 0.01, `${sum} against ${value}`);
  });
});
