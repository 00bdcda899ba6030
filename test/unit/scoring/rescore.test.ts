import assert from "node:assert/strict";
import { truncateSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../../src/core/catalogue.js";
import { evaluate } from "../../../src/core/evaluate.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { EvidenceWriter } from "../../../src/scoring/evidenceFile.js";
import { rescore } from "../../../src/scoring/rescore.js";
import { folderTree, scoredRow } from "../extension/fixtures.js";

describe("scoring again from kept tallies", () => {
  const { root, remove } = folderTree([]);
  after(remove);
  const rows = Array.from({ length: 70 }, (_, i) => scoredRow(root, `p${i}`, [255 - i, 3 * i, i, 2 * i]));
  const keep = async (name: string) => {
    const file = join(root, name);
    const writer = new EvidenceWriter(file);
    // As workers return them: not in order. The pair at 9 failed.
    for (const index of rows.keys()) writer.add(index < 9 ? index : 79 - index, rows[index].evidence);
    await writer.finish();
    return file;
  };

  it("gives the same bits as scoring does, of every score that tallies hold, by index", async () => {
    const file = await keep("tallies");
    const settings = { ...defaultSettings, threshold: 0.2, overrides: { focal: { gamma: 3 } } };
    const ids = catalogue
      .filter(({ family, kinds }) => family === "pixel" && kinds.includes("binary"))
      .map(({ id }) => id);
    const columns = await rescore({ file, ids, settings, pairs: 80 });
    const expected = rows.map(({ evidence }) => evaluate(evidence, settings));
    for (const [at, id] of ids.entries()) {
      const column = columns[at];
      assert.equal(column?.length, 80);
      assert.ok(Number.isNaN(column?.[9]));
      for (const [index, scores] of expected.entries()) {
        const value = column?.[index < 9 ? index : 79 - index];
        assert.equal(Number.isNaN(value) ? null : value, scores[id] ?? null, id);
      }
    }
  });

  it("fails for a file that is not whole, and reads it again when it is", async () => {
    const file = await keep("torn");
    truncateSync(file, 300);
    const request = { file, ids: ["iou"], settings: defaultSettings, pairs: 80 };
    await assert.rejects(rescore(request));
    await keep("torn");
    assert.equal((await rescore(request)).length, 1);
  });
});
