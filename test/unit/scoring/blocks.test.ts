import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BlockWriter, readBlocks } from "../../../src/scoring/blocks.js";
import { folderTree } from "../extension/fixtures.js";

async function all(file: string): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of readBlocks(file)) values.push(value);
  return values;
}

describe("a file of blocks", () => {
  const { root, remove } = folderTree([]);
  after(remove);

  it("gives values back in order, typed arrays and all, and is not there before it is whole", async () => {
    const file = join(root, "whole");
    const writer = new BlockWriter(file);
    const values = [{ version: 1 }, ["a", null], { counts: Float64Array.of(1, Number.NaN, Number.POSITIVE_INFINITY) }];
    for (const value of values) writer.append(value);
    assert.ok(!existsSync(file));
    await writer.finish();
    assert.deepEqual(await all(file), values);
  });

  it("fails where it is cut or changed, rather than give something else", async () => {
    const file = join(root, "damaged");
    const writer = new BlockWriter(file);
    writer.append(Array.from({ length: 100 }, (_, i) => `name ${i}`));
    await writer.finish();
    const bytes = readFileSync(file);
    for (const cut of [1, 10, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, cut));
      await assert.rejects(all(file), `cut at ${cut}`);
    }
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1;
      writeFileSync(file, changed);
      const [value] = await all(file).catch(() => ["damaged"]);
      if (value !== "damaged")
        assert.deepEqual(
          value,
          Array.from({ length: 100 }, (_, i) => `name ${i}`),
        );
    }
  });

  it("leaves nothing where it cannot be written, and says so", async () => {
    const writer = new BlockWriter(join(root, "no", "such", "folder"));
    writer.append(1);
    await assert.rejects(writer.finish());
    const discarded = new BlockWriter(join(root, "discarded"));
    discarded.append(1);
    await discarded.discard();
    assert.ok(readdirSync(root).every((name) => !name.startsWith("discarded")));
  });
});
