import assert from "node:assert/strict";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import type { BinaryEvidence } from "../../../../src/core/evidence.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { operations } from "../../../../src/core/whatIf/operations.js";
import type { StudyQuestion } from "../../../../src/protocol/calls.js";
import { columnQuestions, createColumns, SO_FAR } from "../../../../webview/whatIf/columns.js";
import { pairOf } from "../../core/support.js";

const question: StudyQuestion = {
  pair: { prediction: "p", truth: "t" },
  threshold: 0.5,
  kernel: 50,
  preset: "default",
  overrides: {},
  edits: [],
};
const { truth, prediction } = pairOf(2, [0, 1, 1, 0], [9, 200, 90, 3]);
const evidence = gatherEvidence(truth, prediction, defaultSettings);
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A host that answers when told to. */
function host() {
  const open: Array<{ question: StudyQuestion; answer(): Promise<unknown>; fail(): Promise<unknown> }> = [];
  const call = (question: StudyQuestion) =>
    new Promise<BinaryEvidence>((resolve, reject) =>
      open.push({
        question,
        answer() {
          resolve(evidence);
          return settled();
        },
        fail() {
          reject(new Error("gone"));
          return settled();
        },
      }),
    );
  return { open, call };
}

describe("columns of the what-if matrix", () => {
  it("put each operation on top of what was done, or move the threshold", () => {
    const edits = [{ do: "erode" } as const];
    const columns = new Map(columnQuestions({ ...question, edits }).map(({ id, question: own }) => [id, own]));
    assert.deepEqual([...columns.keys()], [SO_FAR, ...operations.map(({ id }) => id)]);
    assert.deepEqual(columns.get(SO_FAR)?.edits, []);
    assert.deepEqual(columns.get("left")?.edits, [...edits, { do: "shift", dx: -1, dy: 0 }]);
    assert.deepEqual(columns.get("binarise")?.edits, [...edits, { do: "binarise", threshold: 0.5 }]);
    assert.deepEqual([columns.get("higher")?.threshold, columns.get("higher")?.edits], [0.6, edits]);
    assert.ok(!columnQuestions(question).some(({ id }) => id === SO_FAR));
    const at1 = columnQuestions({ ...question, threshold: 0.95 }).find(({ id }) => id === "higher");
    assert.equal(at1?.question.threshold, 1);
  });

  it("are asked one after another, and drop what an earlier question still waits for", async () => {
    const { open, call } = host();
    const columns = createColumns(call, () => {});
    columns.want(question);
    assert.equal(open.length, 1);
    await open[0].answer();
    assert.ok(columns.answer("erode"));
    assert.equal(open.length, 2);
    columns.want({ ...question, threshold: 0.4 });
    assert.equal(columns.answer("erode"), undefined);
    await open[1].answer();
    assert.equal(columns.answer("dilate"), undefined);
    assert.equal(open.length, 3);
    assert.equal(open[2].question.threshold, 0.4);
  });

  it("keep their evidence when only parameters turn", async () => {
    const { open, call } = host();
    const columns = createColumns(call, () => {});
    columns.want(question);
    await open[0].answer();
    columns.want({ ...question, overrides: { focal: { gamma: 1 } } });
    assert.ok(columns.answer("erode"));
  });

  it("say what failed", async () => {
    const { open, call } = host();
    let heard = 0;
    const columns = createColumns(call, () => heard++);
    columns.want(question);
    await open[0].fail();
    assert.deepEqual([columns.problem, heard], ["gone", 1]);
  });
});
