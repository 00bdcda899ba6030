import assert from "node:assert/strict";
import { golden, pairs } from "./golden.js";
import { outcomesOf } from "./outcomes/all.js";
import { isNamed, notCompared } from "./outcomes/notCompared.js";
import { faults, type Outcome } from "./outcomes/outcome.js";
import { referenceSummary } from "./outcomes/summary.js";

describe("reference values", () => {
  const settled: Outcome[] = [];

  for (const pair of pairs) {
    it(pair.name, () => {
      const outcomes = outcomesOf(pair);
      settled.push(...outcomes);
      assert.ok(outcomes.length > 0);
      assert.deepEqual(faults(outcomes), []);
    });
  }

  it("are all compared, but for those that no score claims", function () {
    // One pair alone does not have every value.
    if (new Set(settled.map(({ pair }) => pair)).size < pairs.length) return this.skip();
    const compared = new Set(settled.map(({ key }) => key));
    const keys = [...new Set(pairs.flatMap(({ name }) => Object.keys(golden[name])))];
    const leftOut = notCompared.flatMap(([names]) => names);
    const isLeftOut = (key: string) => leftOut.some((name) => isNamed(name, key));
    assert.deepEqual(
      keys.filter((key) => !compared.has(key) && !isLeftOut(key)),
      [],
    );
    assert.deepEqual(
      leftOut.filter((name) => !keys.some((key) => isNamed(name, key) && !compared.has(key))),
      [],
    );
  });

  after(() => console.log(`\n${referenceSummary(settled).join("\n")}`));
});
