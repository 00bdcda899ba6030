import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../../../src/extension/problem.js";
import { classesFrom } from "../../../../src/extension/settings/classList.js";

describe("classesFrom", () => {
  let folder: string;
  const file = (name: string) => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "mask-inspector-classes-"));
    await writeFile(file("good.json"), '[{ "id": 3, "name": "road" }]');
    await writeFile(file("bad.json"), '[{ "id": -1 }]');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Whether a Problem says all of this, and what to do. */
  const says =
    (...parts: readonly string[]) =>
    (error: unknown) => {
      assert.ok(error instanceof Problem);
      for (const part of parts) assert.ok(error.message.includes(part), error.message);
      assert.notEqual(error.remedy, "");
      return true;
    };

  it("is undefined where nothing is set", async () => {
    for (const value of [undefined, null, ""]) assert.equal(await classesFrom(value, folder), undefined);
  });

  it("takes a list as it stands", async () => {
    assert.deepEqual(await classesFrom([{ id: 1, color: [1, 2, 3] }], undefined), [{ id: 1, color: [1, 2, 3] }]);
  });

  it("reads a file, its path absolute or from the workspace folder", async () => {
    const road = [{ id: 3, name: "road" }];
    assert.deepEqual(await classesFrom(file("good.json"), undefined), road);
    assert.deepEqual(await classesFrom("good.json", folder), road);
  });

  it("names the file or the setting, and what is wrong with it", async () => {
    await assert.rejects(classesFrom("bad.json", folder), says(file("bad.json"), "Entry 1", "the id -1"));
    await assert.rejects(classesFrom("none.json", folder), says(file("none.json"), "maskInspector.classes"));
    await assert.rejects(classesFrom("good.json", undefined), says("good.json", "no folder"));
    await assert.rejects(classesFrom([{ id: 1 }, { id: 1 }], folder), says("maskInspector.classes", "same id, 1"));
    await assert.rejects(classesFrom(7, folder), says("maskInspector.classes", "not a JSON array"));
  });
});
