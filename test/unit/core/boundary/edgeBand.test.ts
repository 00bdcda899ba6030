import assert from "node:assert/strict";
import fc from "fast-check";
import { BAND_REACH, tallyEdgeBand } from "../../../../src/core/boundary/edgeBand.js";
import { boundaryWeight } from "../../../../src/core/boundary/weight.js";
import { catalogue } from "../../../../src/core/catalogue.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { defaultSettings, valuesFor } from "../../../../src/core/settings.js";
import { sharesByRegion } from "../../../../src/core/shares.js";
import { softSums } from "../../../../src/core/sums.js";
import { anyPair, closeTo, type Pair } from "../support.js";

const settings = { ...defaultSettings, families: ["pixel"] as const, kernel: 5 };

/** Pixels that have one of the other class near, by the obvious way. */
function inBand({ truth: { width, pixels } }: Pair): boolean[] {
  const near = (i: number, n: number) =>
    Math.abs((n % width) - (i % width)) <= BAND_REACH &&
    Math.abs(Math.floor(n / width) - Math.floor(i / width)) <= BAND_REACH;
  return Array.from(pixels, (own, i) => own !== IGNORED && pixels.some((other, n) => other === 1 - own && near(i, n)));
}

describe("the band around the truth's boundary", () => {
  it("counts and weighs the pixels that have the other class near, and no others", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const { truth, prediction } = pair;
        const band = tallyEdgeBand(truth, prediction, settings.kernel);
        const own = inBand(pair);
        const weights = boundaryWeight(truth, settings.kernel);
        const expected = own.filter(Boolean).length;
        assert.equal(softSums(band.pixels).pixels, expected);
        assert.equal(softSums(band.pixels).truth, own.filter((isIn, i) => isIn && truth.pixels[i] === 1).length);
        const weight = own.reduce((sum, isIn, i) => sum + (isIn ? weights[i] : 0), 0);
        assert.ok(closeTo(softSums(band.weighted).pixels, weight, 1e-12));
      }),
    );
  });

  it("divides every loss that has shares: the parts add up to it, and the band's is that of its pixels", () => {
    fc.assert(
      fc.property(anyPair, fc.double({ min: 0, max: 1, noNaN: true }), (pair, threshold) => {
        const { truth, prediction } = pair;
        const evidence = gatherEvidence(truth, prediction, settings);
        const band = tallyEdgeBand(truth, prediction, settings.kernel);
        for (const score of catalogue) {
          const value = score.evaluate(evidence, valuesFor(score, settings));
          const cells = score.shares(evidence, valuesFor(score, settings));
          if (value === null || cells === null) continue;
          const whole = sharesByRegion(evidence, cells, threshold);
          const parts = sharesByRegion(evidence, cells, threshold, band);
          const sum = parts.tp + parts.fp + parts.fn + parts.tn + Number(parts.band);
          assert.ok(closeTo(sum, value, 1e-9), `${score.id}: ${sum}, score ${value}`);
          for (const region of ["tp", "fp", "fn", "tn"] as const)
            assert.ok(parts[region] <= whole[region] + 1e-9 * Math.max(1, Math.abs(value)), `${score.id} ${region}`);
        }
      }),
    );
  });
});
