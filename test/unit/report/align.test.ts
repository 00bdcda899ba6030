import assert from "node:assert/strict";
import fc from "fast-check";
import { align, columnsThatFit } from "../../../src/report/align.js";
import { printable, widthOf } from "../../../src/report/printable.js";

describe("a table for a terminal", () => {
  it("aligns by the cells that characters take", () => {
    const table = align([
      ["pair", "iou"],
      ["名", "0.5"],
      ["e\u0301", "0.25"],
    ]);
    assert.equal(table, "pair   iou\n──────────\n名     0.5\ne\u0301     0.25");
  });

  it("gives a row a line, whatever a name holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (names) => {
        const lines = align([["pair", "iou"], ...names.map((name) => [name, "0.5"])]).split("\n");
        assert.equal(lines.length, names.length + 2);
        assert.ok(lines.every((line) => !/\p{Cc}/u.test(line)));
      }),
    );
    assert.equal(printable("a\nb\x1b[31mc\td"), "a\\nb\\x1b[31mc\\td");
  });

  it("counts wide characters twice and marks not at all", () => {
    for (const [text, width] of [
      ["plain", 5],
      ["ünï", 3],
      ["日本", 4],
      ["한글", 4],
      ["🙂", 2],
      ["e\u0301\u0323", 1],
      ["↑—", 2],
    ] as const) {
      assert.equal(widthOf(text), width, text);
    }
  });

  it("says how many columns fit, and keeps the first ones whatever the width", () => {
    const lines = [
      ["pair", "iou", "dice"],
      ["a", "0.5", "0.25"],
    ];
    assert.deepEqual(
      [15, 14, 9, 8, 1].map((width) => columnsThatFit(lines, width, 1)),
      [3, 2, 2, 1, 1],
    );
    assert.equal(columnsThatFit(lines, 1, 2), 2);
  });
});
