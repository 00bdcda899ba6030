import assert from "node:assert/strict";
import { type MutationReport, scoreOf, tableOf } from "../../mutation/score.js";

const report = (...statuses: readonly string[]): MutationReport => ({
  files: { "a.ts": { mutants: statuses.map((status) => ({ status })) } },
});

describe("mutation score", () => {
  it("counts what was noticed among what could be; ignored and broken faults do not count", () => {
    const score = scoreOf("losses", report("Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "RuntimeError"));
    assert.deepEqual(score, { part: "losses", noticed: 2, survived: 1, uncovered: 1 });
  });

  it("prints a line a folder, the whole last", () => {
    const scores = [scoreOf("a", report("Killed", "Killed", "Killed", "Survived")), scoreOf("b", report())];
    assert.deepEqual(tableOf(scores).split("\n").slice(2), [
      "| a | 4 | 3 | 75.0 % |",
      "| b | 0 | 0 | — |",
      "| all | 4 | 3 | 75.0 % |",
    ]);
  });
});
