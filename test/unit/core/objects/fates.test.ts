import assert from "node:assert/strict";
import { connectedComponents } from "../../../../src/core/objects/components.js";
import { fates, fatesOf, type ObjectList } from "../../../../src/core/objects/fates.js";
import { overlapTable } from "../../../../src/core/objects/overlap.js";

/** Objects drawn as letters, a row a string; dots are background. */
function labels(rows: readonly string[]) {
  const letters = [...new Set(rows.join("").replaceAll(".", ""))].sort();
  const ids = Int32Array.from(rows.join(""), (letter) => letters.indexOf(letter) + 1);
  return { width: rows[0]?.length ?? 0, height: rows.length, ids, count: letters.length };
}

const named = ({ fates: own }: ObjectList) => [...own].map((fate) => fates[fate]);

describe("fates of objects", () => {
  it("are matched, missed, false, split, merged, and pieces share that of the whole", () => {
    const truth = labels(["aaaa..bbbbbb..cc.dd", "aaaa..bbbbbb..cc.dd", "...........eee....."]);
    const prediction = labels(["aaaa..bb..cc..ddddd", "aaaa..bb..cc..ddddd", "fff................"]);
    const { truth: t, prediction: p } = fatesOf(overlapTable(truth, prediction), 0.5);
    assert.deepEqual(named(t), ["matched", "split", "merged", "merged", "missed"]);
    assert.deepEqual(named(p), ["matched", "split", "split", "merged", "false"]);
    assert.deepEqual([...t.pixels], [8, 12, 4, 4, 3]);
    assert.deepEqual([t.partners[0], t.ious[0], t.partners[4], t.ious[4]], [1, 1, 0, 0]);
  });

  it("agree with the objects that are matched one to one", () => {
    const ids = labels(["ab", "ab"]);
    const { truth } = fatesOf(overlapTable(ids, ids), 0.5);
    assert.deepEqual(named(truth), ["matched", "matched"]);
    const none = connectedComponents(new Uint8Array(4), 2, 2);
    assert.deepEqual(named(fatesOf(overlapTable(ids, none), 0.5).truth), ["missed", "missed"]);
  });

  it("need a threshold at which matches are unique", () => {
    const ids = labels(["a"]);
    assert.throws(() => fatesOf(overlapTable(ids, ids), 0.4), RangeError);
  });
});
