import assert from "node:assert/strict";
import fc from "fast-check";
import type { EmptyPolicy } from "../../../src/core/settings.js";
import { macroMeansHere } from "../../../src/report/macro.js";
import { RunningMeans } from "../../../src/report/runningMeans.js";
import { scoreColumns } from "../../../src/report/scoreColumns.js";

const ids = ["iou", "dice", "hd95"];
const score = fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.constant(null), fc.constant(Number.NaN));
/** A pair may lack scores, being of another kind. */
const pairs = fc.array(
  fc.record({ scores: fc.record({ iou: score, dice: score, hd95: score }, { requiredKeys: ["iou"] }) }),
  { maxLength: 30 },
);

describe("running means", () => {
  it("are to the bit those of the columns, whatever undefined scores count as", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom<EmptyPolicy>("exclude", "one", "zero"), (pairs, policy) => {
        const running = new RunningMeans(ids, policy);
        for (const { scores } of pairs) running.add(scores);
        const expected = macroMeansHere(scoreColumns(pairs, ids), policy);
        assert.deepEqual(
          running.means(),
          expected.map(({ mean, n, excluded }) => ({ mean, n, excluded })),
        );
      }),
    );
  });
});
