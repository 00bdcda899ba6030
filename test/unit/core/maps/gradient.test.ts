import assert from "node:assert/strict";
import fc from "fast-check";
import { boundaryWeight } from "../../../../src/core/boundary/weight.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { losses } from "../../../../src/core/losses/index.js";
import type { ParameterValues } from "../../../../src/core/parameters.js";
import type { Score } from "../../../../src/core/score.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import type { CellTable } from "../../../../src/core/shares.js";
import type { Tally } from "../../../../src/core/tally.js";
import { pairOf } from "../support.js";

const settings = { ...defaultSettings, kernel: 3 };
const WIDTH = 5;

/** Pairs in general position: no two pixels have the same error, so that every loss is differentiable. */
const generic = fc
  .record({
    truth: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 20, maxLength: 20 }),
    order: fc.shuffledSubarray(
      Array.from({ length: 20 }, (_, i) => i),
      { minLength: 20, maxLength: 20 },
    ),
  })
  .filter(({ truth }) => truth.includes(0) && truth.includes(1))
  .map(({ truth, order }) => {
    // Errors .02, .068, .116 … .932, in any order.
    const samples = truth.map((y, i) => Math.abs(y - (0.02 + order[i] * 0.048)));
    return { truth, samples };
  });

const evidenceOf = (truth: readonly number[], samples: readonly number[]) => {
  const pair = pairOf(WIDTH, truth, samples, 1);
  return gatherEvidence(pair.truth, pair.prediction, settings);
};

function gradientAt(
  score: Score,
  truth: readonly number[],
  samples: readonly number[],
  i: number,
  values: ParameterValues,
) {
  const evidence = evidenceOf(truth, samples);
  const gradient = score.gradient(evidence, values);
  assert.ok(gradient, score.id);
  const cell = (tally: Tally, table: CellTable) =>
    table[truth[i] === 1 ? "positives" : "negatives"][tally.levels.indexOf(samples[i] ?? -1)] ?? Number.NaN;
  const pair = pairOf(WIDTH, truth, samples, 1);
  const weight = boundaryWeight(pair.truth, settings.kernel)[i] ?? Number.NaN;
  return (
    (gradient.plain ? cell(evidence.pixels, gradient.plain) : 0) +
    (gradient.weighted && evidence.weighted ? weight * cell(evidence.weighted, gradient.weighted) : 0)
  );
}

/** By central differences: one pixel a little up and a little down. */
function slopeAt(
  score: Score,
  truth: readonly number[],
  samples: readonly number[],
  i: number,
  values: ParameterValues,
) {
  const h = 1e-6;
  const at = (by: number) => {
    const value = score.evaluate(
      evidenceOf(
        truth,
        samples.map((p, j) => (j === i ? p + by : p)),
      ),
      values,
    );
    assert.ok(value !== null, score.id);
    return value;
  };
  return (at(h) - at(-h)) / (2 * h);
}

const variants: Readonly<Record<string, readonly ParameterValues[]>> = {
  focal: [{}, { gamma: 0 }, { gamma: 3.5, alpha: 0.7, reduction: "sum" }, { residue: "seed" }],
  dice_multiclass: [{}, { background: "left out" }, { smooth: 0 }],
  lovasz_softmax: [{}, { classes: "all" }],
  tversky: [{}, { alpha: 0.9, beta: 0.2, smooth: 0.5 }],
  focal_tversky: [{}, { gamma: 2 }],
  topk_bce: [{ k: 100 }, { k: 35 }],
  focal_log_dice: [{}, { mix: 3 }],
};

describe("gradients of losses", () => {
  const differentiable = losses.filter(({ hasGradient }) => hasGradient);

  it("exist for every loss that is no sum over pixels", () => {
    for (const { id, sharing, hasGradient, family } of losses) {
      if (sharing !== "sum" && family === "pixel") assert.ok(hasGradient, id);
    }
    assert.ok(differentiable.length >= 20);
  });

  for (const score of differentiable) {
    it(`match finite differences: ${score.id}`, () => {
      fc.assert(
        fc.property(generic, fc.nat({ max: 19 }), ({ truth, samples }, i) => {
          for (const values of variants[score.id] ?? [{}]) {
            const exact = gradientAt(score, truth, samples, i, values);
            const numeric = slopeAt(score, truth, samples, i, values);
            assert.ok(
              Math.abs(exact - numeric) <= 2e-6 * Math.max(1, Math.abs(exact)),
              `${score.id} ${JSON.stringify(values)}: ${exact}, finite difference ${numeric}`,
            );
          }
        }),
        { numRuns: 25 },
      );
    });
  }

  it("are 0 where a probability is clipped", () => {
    const evidence = evidenceOf([0, 1, 0, 1, 1], [0, 1, 1, 0, 0.5]);
    for (const id of ["bce", "focal", "lovasz_hinge"]) {
      const gradient = losses.find((score) => score.id === id)?.gradient(evidence)?.plain;
      assert.ok(gradient);
      assert.deepEqual(
        [...gradient.negatives].map(Math.abs),
        [0, gradient.negatives[1], 0].map((v) => Math.abs(v ?? 0)),
      );
      assert.equal(Math.abs(gradient.positives[0] ?? 1), 0);
      assert.equal(Math.abs(gradient.positives[2] ?? 1), 0);
    }
  });
});
