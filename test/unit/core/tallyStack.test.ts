import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogue, scoreById } from "../../../src/core/catalogue.js";
import { gatherEvidence, scoreValue } from "../../../src/core/evaluate.js";
import { defaultSettings, type Settings } from "../../../src/core/settings.js";
import { TallyStack } from "../../../src/core/tallyStack.js";
import { anyPair, pairOf } from "./support.js";

const settings: Settings = { ...defaultSettings, kernel: 5, families: ["pixel", "objects"] };

function stackOf(pairs: readonly ReturnType<typeof pairOf>[]): TallyStack {
  const stack = new TallyStack();
  for (const [place, { truth, prediction }] of pairs.entries()) {
    stack.set(place, gatherEvidence(truth, prediction, settings));
  }
  return stack;
}

function valuesOf(stack: TallyStack, id: string, turned: Settings): Array<number | null> {
  const values: Array<number | null> = [];
  stack.evaluate(scoreById(id), turned, (value, place) => {
    values[place] = value;
  });
  return values;
}

describe("TallyStack", () => {
  it("gives what the evidence gives, to the bit, for every score and any parameters", () => {
    const parameters = fc.record({
      epsilon: fc.constantFrom(1e-7, 1e-3, 0.05),
      gamma: fc.constantFrom(0, 0.75, 2),
      alpha: fc.constantFrom(0.1, 0.5),
      smooth: fc.constantFrom(0, 1, 10),
      threshold: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const scores = catalogue.filter(({ family, kinds }) => family !== "boundary" && kinds.includes("binary"));
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 1, maxLength: 4 }), parameters, (pairs, { threshold, ...values }) => {
        const overrides = Object.fromEntries(scores.map(({ id }) => [id, values]));
        const turned = { ...settings, threshold, overrides };
        const stack = stackOf(pairs);
        for (const score of scores) {
          const expected = pairs.map(({ truth, prediction }) =>
            scoreValue(score, gatherEvidence(truth, prediction, settings), turned),
          );
          assert.deepEqual(valuesOf(stack, score.id, turned), expected, score.id);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("answers in a library's convention where the preset asks for it", () => {
    const stack = stackOf([pairOf(2, [1, 0, 0, 0], [255, 200, 0, 0])]);
    const [own] = valuesOf(stack, "jaccard", settings);
    const [smp] = valuesOf(stack, "jaccard", { ...settings, preset: "smp" });
    assert.ok(own !== null && smp !== null && own !== smp);
  });

  it("keeps the pair of a place once, and passes over pairs that have no such tallies", () => {
    const stack = stackOf([pairOf(1, [1], [255])]);
    stack.set(0, gatherEvidence(pairOf(1, [1], [0]).truth, pairOf(1, [1], [0]).prediction, settings));
    stack.set(1, {
      kind: "labels",
      confusion: { ids: [0], counts: Float64Array.of(1), unlabelled: Float64Array.of(0) },
    });
    assert.equal(stack.size, 1);
    assert.deepEqual(valuesOf(stack, "iou", settings), [0]);
  });
});
