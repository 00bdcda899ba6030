import assert from "node:assert/strict";
import type { TestResults } from "../../workbench/results.js";
import { afterSecondTry, filesToRepeat } from "../../workbench/secondTry.js";

const named = (file: string, ...titles: string[]) => titles.map((title) => ({ title, file }));
const failing = (file: string, ...titles: string[]) =>
  named(file, ...titles).map((test) => ({ ...test, detail: "no" }));
const results = (some: Partial<TestResults>): TestResults => ({ passed: [], failed: [], skipped: [], ...some });

describe("the second try of UI tests", () => {
  it("repeats each file of which a test failed", () => {
    const failed = [...failing("a", "one", "two"), ...failing("b", "three")];
    assert.deepEqual(filesToRepeat(results({ passed: named("c", "four"), failed })), ["a", "b"]);
  });

  it("repeats nothing where nothing or much failed, or a failure has no file", () => {
    assert.deepEqual(filesToRepeat(results({ passed: named("a", "one") })), []);
    const many = ["a", "b", "c", "d"].flatMap((file) => failing(file, file));
    assert.deepEqual(filesToRepeat(results({ failed: many })), []);
    assert.deepEqual(filesToRepeat(results({ failed: [...failing("a", "one"), ...failing("", "all")] })), []);
  });

  const first = results({ passed: [...named("a", "one"), ...named("b", "three")], failed: failing("a", "two") });

  it("counts the repeated file anew, and names what passed only then", () => {
    const second = results({ passed: named("a", "one", "two") });
    assert.deepEqual(afterSecondTry(first, second), {
      results: results({ passed: [...named("b", "three"), ...named("a", "one", "two")] }),
      unsteady: ["two"],
    });
  });

  it("fails with what fails again, or then", () => {
    const second = results({ passed: named("a", "two"), failed: failing("a", "one") });
    const { results: merged, unsteady } = afterSecondTry(first, second);
    assert.deepEqual(merged.failed, failing("a", "one"));
    assert.deepEqual(unsteady, ["two"]);
    assert.deepEqual(afterSecondTry(first, results({ failed: first.failed })).unsteady, []);
  });

  it("keeps the first failure where the second run gave nothing of the file", () => {
    assert.deepEqual(afterSecondTry(first, results({})), { results: first, unsteady: [] });
  });
});
