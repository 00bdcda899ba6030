import assert from "node:assert/strict";
import { describeProblem, Problem } from "../../../src/extension/problem.js";

describe("describeProblem", () => {
  it("says what happened and what to do, with the steps", () => {
    const steps = [{ title: "Choose…", command: "maskInspector.chooseGroundTruth" }];
    const text = describeProblem(new Problem("Nothing pairs.", "Choose another folder.", steps));
    assert.equal(text.message, "Nothing pairs. Choose another folder.");
    assert.deepEqual(text.steps, steps);
  });

  it("names the file that an error of another module blames", () => {
    const error = Object.assign(new Error("Truncated."), { file: "/a.png", remedy: "Copy it again." });
    assert.equal(describeProblem(error).message, "/a.png: Truncated. Copy it again.");
  });

  it("takes anything that is thrown", () => {
    assert.equal(describeProblem("no").message, "no");
    assert.match(describeProblem(new Error("x")).details, /problem\.test/);
  });
});
