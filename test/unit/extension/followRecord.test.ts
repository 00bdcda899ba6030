import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FollowRecord, readRecord, writeRecord } from "../../../src/extension/follow/followRecord.js";

describe("the record of a followed folder", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "mask-inspector-"));
  });
  after(() => rm(folder, { recursive: true }));

  const record: FollowRecord = {
    folder: "/pred/live",
    truth: "/gt",
    isWatching: true,
    hasEpochs: false,
    points: [
      { at: 1, n: 2, means: { iou: 0.5, hd95: null }, isSameSet: true, shared: null },
      {
        at: 2,
        n: 2,
        means: { iou: 0.6 },
        isSameSet: false,
        shared: { before: { iou: 0.5 }, now: { iou: 0.6 }, n: { iou: 2 } },
      },
    ],
  };

  it("is read as it was written", async () => {
    const file = join(folder, "a.follow");
    await writeRecord(file, record);
    assert.deepEqual(await readRecord(file), record);
  });

  it("is none where there is no file, or another's; points that are none are passed over", async () => {
    assert.equal(await readRecord(join(folder, "missing.follow")), undefined);
    const file = join(folder, "b.follow");
    for (const text of ["", "[1]", JSON.stringify({ folder: 3 })]) {
      await writeFile(file, text);
      assert.equal(await readRecord(file), undefined);
    }
    await writeFile(file, JSON.stringify({ ...record, points: [{ at: 1, n: 2, means: {} }] }));
    assert.deepEqual((await readRecord(file))?.points, []);
  });
});
