import assert from "node:assert/strict";
import { groupedNotes } from "../../../src/report/groupedNotes.js";
import type { Report } from "../../../src/report/report.js";

/** The rows of a report, by name, with nothing but their notes. */
const rows = (notes: Readonly<Record<string, readonly string[]>>) =>
  ({ rows: Object.entries(notes).map(([name, own]) => ({ name, notes: own })) }) as unknown as Pick<Report, "rows">;

describe("notes of a report", () => {
  it("of one pair are as they are", () => {
    assert.deepEqual(groupedNotes(rows({ a: ["5 pixels are gray.", "Void."] })), ["5 pixels are gray.", "Void."]);
  });

  it("name the only pair that they are about", () => {
    assert.deepEqual(groupedNotes(rows({ a: [], b: ["784 pixels have colours that no class has."], c: [] })), [
      "b: 784 pixels have colours that no class has.",
    ]);
  });

  it("are one where they differ in numbers only, the most frequent first", () => {
    const lines = groupedNotes(
      rows({ a: ["Void.", "1,200 pixels are gray."], b: ["3 pixels are gray."], c: ["8 pixels are gray."], d: [] }),
    );
    assert.deepEqual(lines, [
      "3 pairs (a, b, c): 1,200 pixels are gray. (a; the numbers of the others are in --json)",
      "a: Void.",
    ]);
    assert.deepEqual(groupedNotes(rows({ a: ["Void."], b: ["Void."] })), ["all 2 pairs: Void."]);
  });

  it("are cut off with their number told", () => {
    const words = "a b c d e f g h i j k l m n o".split(" ");
    const lines = groupedNotes(rows({ one: words, two: [] }));
    assert.equal(lines.length, 13);
    assert.equal(lines[12], "3 more kinds of notes are in --json.");
    const names = Object.fromEntries(words.slice(0, 5).map((name) => [name, ["Void."]]));
    assert.deepEqual(groupedNotes(rows({ ...names, z: [] })), ["5 pairs (a, b, c, …): Void."]);
  });
});
