import assert from "node:assert/strict";
import { AREA, CELL, columnOf, DISAGREEMENT } from "../../../../webview/table/columns.js";
import { type ShownOf, shownColumn } from "../../../../webview/table/shownColumn.js";

const of = (more: Partial<ShownOf> = {}): ShownOf => ({
  state: { compared: ["dice", "boundary_loss"], cell: { truth: 3, predicted: 7 } },
  settings: { classes: [{ id: 3, name: "road" }, { id: 9 }] },
  correlation: null,
  ...more,
});

describe("the name of a column", () => {
  it("says which class was taken for which, by name where the class has one", () => {
    const { title, words } = shownColumn(CELL, of());
    assert.equal(title, "road predicted as 7, px");
    assert.equal(words, "Pixels of class road that were predicted as 7.");
    assert.equal(shownColumn(CELL, of({ settings: {} })).title, "3 predicted as 7, px");
  });

  it("of what is right is not that of a confusion", () => {
    const state = { compared: ["dice", "iou"], cell: { truth: 3, predicted: 3 } } as const;
    assert.equal(shownColumn(CELL, of({ state })).title, "road found, px");
  });

  it("says whose ranks differ, and how much they agree once that is known", () => {
    const titles = ["dice", "boundary_loss"].map((id) => columnOf(id).title);
    const { title, words } = shownColumn(DISAGREEMENT, of({ correlation: 0.25 }));
    assert.equal(title, `Rank: ${titles.join(" − ")}`);
    assert.match(words, /Spearman's rank correlation: 0\.25/);
    assert.doesNotMatch(shownColumn(DISAGREEMENT, of()).words, /Spearman/);
  });

  it("is the plain one of all others", () => {
    for (const id of [AREA, "iou"]) assert.equal(shownColumn(id, of()).title, columnOf(id).title);
  });
});
