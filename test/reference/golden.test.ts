import assert from "node:assert/strict";
import { golden, pairs } from "./golden.js";
import { outcomesOf } from "./outcomes/all.js";
import { isNamed, notCompared } from "./outcomes/notCompared.js";
import { faults } from "./outcomes/outcome.js";
import { referenceSummary } from "./outcomes/summary.js";

describe("reference values", () => {
  for (const pair of pairs) {
    for (const group of ["binary", "maps", "conventions", "steps"] as const) {
      const outcomes = outcomesOf(pair).filter((outcome) => outcome.group === group);
      if (outcomes.length > 0) it(`${pair.name}: ${group}`, () => assert.deepEqual(faults(outcomes), []));
    }
  }

  it("are all compared, but for those that no score claims", () => {
    const compared = new Set(pairs.flatMap((pair) => outcomesOf(pair).map(({ key }) => key)));
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

  after(() => console.log(`\n${referenceSummary().join("\n")}`));
});
