import assert from "node:assert/strict";
import fc from "fast-check";
import { otherClassSquareAt } from "../../../../src/core/boundary/distanceAt.js";
import { tallyDistances } from "../../../../src/core/boundary/distanceTallies.js";
import { gatherBoundary, mergeBoundary } from "../../../../src/core/boundary/evidence.js";
import type { Spacing } from "../../../../src/core/boundary/spacing.js";
import { type BinaryMask, FOREGROUND, IGNORED } from "../../../../src/core/raster.js";
import type { Tally } from "../../../../src/core/tally.js";
import { anyPair, closeTo } from "../support.js";

const spacings = fc.constantFrom<Spacing>([1, 1], [1, 2], [0.5, 1], [3, 0.25]);

/** Squared distance of every pixel to the nearest of the other class, by looking at all. */
function plainSquares({ width, pixels }: BinaryMask, [sx, sy]: Spacing): number[] {
  return Array.from(pixels, (own, at) => {
    if (own === IGNORED) return 0;
    const others = Array.from(pixels.keys()).filter((i) => pixels[i] !== IGNORED && pixels[i] !== own);
    const squares = others.map(
      (i) => (((i % width) - (at % width)) * sx) ** 2 + ((Math.floor(i / width) - Math.floor(at / width)) * sy) ** 2,
    );
    return squares.length === 0 ? 0 : Math.min(...squares);
  });
}

/** What the pixels of a stored value count, truth by truth, in a tally. */
function countedAs({ levels, negatives, positives }: Tally): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [i, level] of levels.entries()) {
    counts.set(`0 ${level}`, (counts.get(`0 ${level}`) ?? 0) + negatives[i]);
    counts.set(`1 ${level}`, (counts.get(`1 ${level}`) ?? 0) + positives[i]);
  }
  return counts;
}

describe("distances to the other class", () => {
  it("are those of a search of all pixels, in any spacing and with ignored pixels", () => {
    fc.assert(
      fc.property(anyPair, spacings, ({ truth, prediction }, spacing) => {
        const inTruth = plainSquares(truth, spacing);
        const predicted = {
          ...truth,
          pixels: truth.pixels.map((value, i) =>
            value === IGNORED ? IGNORED : Number(prediction.samples[i] / prediction.maximum > 0.5),
          ),
        };
        const inPrediction = plainSquares(predicted, spacing);
        const { signedDistance, squaredDistance } = tallyDistances(truth, prediction, spacing);
        const [signed, squared] = [countedAs(signedDistance), countedAs(squaredDistance)];
        const expected = { signed: new Map<string, number>(), squared: new Map<string, number>() };
        for (const [i, value] of truth.pixels.entries()) {
          assert.ok(
            closeTo(
              otherClassSquareAt(truth, i % truth.width, Math.floor(i / truth.width), spacing),
              inTruth[i],
              1e-12,
            ),
          );
          if (value === IGNORED) continue;
          const key = `${value} ${prediction.samples[i]}`;
          const distance = Math.sqrt(inTruth[i]);
          const own = distance === 0 ? 0 : value === FOREGROUND ? 1 - distance : distance;
          expected.signed.set(key, (expected.signed.get(key) ?? 0) + own);
          expected.squared.set(key, (expected.squared.get(key) ?? 0) + inTruth[i] + inPrediction[i]);
        }
        for (const [key, value] of expected.signed) assert.ok(closeTo(signed.get(key) ?? 0, value, 1e-9), key);
        for (const [key, value] of expected.squared) assert.ok(closeTo(squared.get(key) ?? 0, value, 1e-9), key);
      }),
    );
  });
});

describe("evidence of boundaries", () => {
  const parts = ["surfaces", "contours", "bands", "distances"] as const;
  const gather = (pair: { truth: BinaryMask; prediction: Parameters<typeof gatherBoundary>[1] }, ...asked: string[]) =>
    gatherBoundary(pair.truth, pair.prediction, 0.5, [1, 1], (part) => asked.includes(part));

  it("has what is asked for, and a sum what both sides have", () => {
    const [pair] = fc.sample(anyPair, { numRuns: 1, seed: 5 });
    const whole = gather(pair, ...parts);
    const keys = ["bands", "contours", "signedDistance", "squaredDistance", "surfaces"];
    assert.deepEqual(Object.keys(whole).sort(), keys);
    assert.deepEqual(Object.keys(mergeBoundary(whole, whole)).sort(), keys);
    for (const part of parts) {
      const one = gather(pair, part);
      const own = part === "distances" ? ["signedDistance", "squaredDistance"] : [part];
      assert.deepEqual(Object.keys(one).sort(), own);
      for (const sum of [mergeBoundary(one, whole), mergeBoundary(whole, one)]) {
        assert.deepEqual(Object.keys(sum).sort(), own);
      }
      assert.deepEqual(mergeBoundary(one, {}), {});
      assert.deepEqual(mergeBoundary({}, one), {});
    }
  });

  it("refuses a spacing that is no size", () => {
    const [{ truth, prediction }] = fc.sample(anyPair, { numRuns: 1, seed: 5 });
    for (const spacing of [
      [0, 1],
      [1, -1],
      [Number.POSITIVE_INFINITY, 1],
      [1, Number.NaN],
    ] as const) {
      assert.throws(() => gatherBoundary(truth, prediction, 0.5, [...spacing], () => true), RangeError);
    }
  });
});
