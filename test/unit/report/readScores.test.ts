import assert from "node:assert/strict";
import { defaultSettings } from "../../../src/core/settings.js";
import { toJson } from "../../../src/report/json.js";
import { readScores, ScoresFileError } from "../../../src/report/readScores.js";
import { ReportBuilder } from "../../../src/report/reportBuilder.js";
import { folderTree, planOf, scoredRow } from "../extension/fixtures.js";

describe("readScores", () => {
  const { root, remove } = folderTree([]);
  after(remove);
  const builder = new ReportBuilder(planOf(["a", "b"], { predictions: ["p.png"], truth: [] }), defaultSettings);
  builder.add(scoredRow(root, "a", [255, 200, 30, 0]), 0);
  builder.add({ status: "failed", name: "b", file: "/pred/b.png", reason: "Torn", remedy: "Write it again." }, 1);
  const text = toJson(builder.build());
  const changed = (change: (document: { pairs: Array<Record<string, unknown>> } & Record<string, unknown>) => void) => {
    const document = JSON.parse(text);
    change(document);
    return JSON.stringify(document);
  };

  it("reads what toJson wrote, to the bit", () => {
    const report = readScores(text);
    const { rows, summary, settings, unmatched } = builder.build();
    assert.deepEqual(report.rows, rows);
    assert.deepEqual(report.summary, JSON.parse(JSON.stringify(summary)));
    assert.deepEqual([report.settings, report.unmatched], [settings, unmatched]);
    assert.equal(report.failures[0]?.reason, "Torn. Write it again.");
  });

  it("leaves out scores that it does not know, and what has no number", () => {
    const more = changed(({ pairs: [pair] }) => {
      Object.assign(pair?.scores as object, { from_the_future: 1, dice: "a lot" });
    });
    const [row] = readScores(more).rows;
    assert.ok(row && !("from_the_future" in row.scores) && !("dice" in row.scores) && "iou" in row.scores);
  });

  for (const [what, damage, message] of [
    ["text that is no JSON", () => text.slice(0, 100), /no JSON/],
    ["another JSON file", () => '{ "name": "mask-inspector" }', /no file of scores/],
    ["another schema", () => changed((document) => Object.assign(document, { schema: "coco" })), /coco/],
    [
      "unknown settings",
      () => changed((document) => Object.assign(document, { settings: { preset: "?" } })),
      /settings/,
    ],
    ["no pairs", () => changed((document) => Object.assign(document, { pairs: 3 })), /no list of pairs/],
    ["a pair without scores", () => changed(({ pairs: [pair] }) => delete pair?.scores), /Pair 1 .* scores/],
    ["a pair without files", () => changed(({ pairs: [pair] }) => delete pair?.truth), /Pair 1 .* files/],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      assert.throws(
        () => readScores(damage()),
        (error) => error instanceof ScoresFileError && message.test(error.message),
      );
    });
  }
});
