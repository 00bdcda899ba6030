import assert from "node:assert/strict";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings } from "../../../src/core/settings.js";
import { pruneCache } from "../../../src/scoring/pruneCache.js";
import { keyOf, recall } from "../../../src/scoring/rowCache.js";
import { scoreCached } from "../../../src/scoring/scoreCached.js";
import { scorePair } from "../../../src/scoring/scorePair.js";
import { fileOf } from "../../reference/golden.js";

describe("the cache of rows", () => {
  let folder = "";
  let cache = "";
  const job = () => ({ name: "a", truth: join(folder, "y.png"), prediction: join(folder, "p.png") });
  const put = (side: "y" | "p", pair: string, seconds = 1e9) => {
    const file = join(folder, `${side}.png`);
    copyFileSync(fileOf(`${side === "y" ? "gt" : "pred"}/${pair}.png`), file);
    utimesSync(file, seconds, seconds);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
    cache = join(folder, "cache");
    put("y", "p01_blob_101");
    put("p", "p01_blob_101");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const isKnown = (settings = defaultSettings) => scoreCached(job(), settings, cache).isKnown;

  it("gives back the row that was computed, evidence included", () => {
    const { row } = scoreCached(job(), defaultSettings, cache);
    assert.deepEqual(scoreCached(job(), defaultSettings, cache), { row, isKnown: true });
    assert.deepEqual(row, scorePair(job(), defaultSettings));
  });

  it("knows nothing of a file of another time or size, of other settings, of another path", () => {
    isKnown();
    assert.equal(isKnown({ ...defaultSettings, threshold: 0.4 }), false);
    assert.equal(isKnown({ ...defaultSettings, families: ["pixel"] }), false);
    put("p", "p01_blob_101", 1e9 + 1);
    assert.equal(isKnown(), false);
    put("p", "p09_perfect");
    assert.equal(isKnown(), false);
    put("y", "p01_blob_101", 1e9 + 1);
    assert.equal(isKnown(), false);
    copyFileSync(job().prediction, join(folder, "q.png"));
    utimesSync(join(folder, "q.png"), 1e9, 1e9);
    assert.equal(scoreCached({ ...job(), prediction: join(folder, "q.png") }, defaultSettings, cache).isKnown, false);
  });

  it("answers under the name that is asked for", () => {
    isKnown();
    const { row, isKnown: isOld } = scoreCached({ ...job(), name: "b" }, defaultSettings, cache);
    assert.deepEqual([row.name, isOld], ["b", true]);
  });

  it("does not trust a file that was written a moment ago", () => {
    put("p", "p01_blob_101", Date.now() / 1000);
    assert.equal(keyOf(job(), defaultSettings), null);
    isKnown();
    assert.equal(isKnown(), false);
  });

  it("keeps no failure, so that a mended file is read at the next go", () => {
    writeFileSync(job().prediction, "no mask");
    utimesSync(job().prediction, 1e9, 1e9);
    assert.equal(scoreCached(job(), defaultSettings, cache).row.status, "failed");
    assert.equal(isKnown(), false);
  });

  it("scores again where an entry is damaged, and where it may not write", () => {
    isKnown();
    const [entry] = readdirSync(cache);
    truncateSync(join(cache, entry ?? ""), 100);
    assert.equal(isKnown(), false);
    assert.equal(isKnown(), true);
    const { row } = scoreCached(job(), defaultSettings, job().prediction);
    assert.equal(row.status, "scored");
  });

  it("leaves nothing half-written behind, and may be deleted at any time", () => {
    isKnown();
    assert.ok(readdirSync(cache).every((name) => name.endsWith(".row")));
    rmSync(cache, { recursive: true });
    assert.equal(isKnown(), false);
    assert.equal(isKnown(), true);
  });

  it("drops what was not used for longest when it grows too large, and nothing that is not its own", async () => {
    const keys = [0.1, 0.2, 0.3].map((threshold, age) => {
      const settings = { ...defaultSettings, threshold };
      scoreCached(job(), settings, cache);
      for (const name of readdirSync(cache)) {
        const { mtimeMs } = statSync(join(cache, name));
        if (mtimeMs > 2e12 || Date.now() - mtimeMs < 60_000) utimesSync(join(cache, name), 1e9 + age, 1e9 + age);
      }
      return keyOf(job(), settings) ?? "";
    });
    const oldest = recall(cache, keys[0], job());
    assert.ok(oldest, "used again, it is the youngest");
    writeFileSync(join(cache, "notes.txt"), "mine");
    const bytes = readdirSync(cache).map((name) => statSync(join(cache, name)).size);
    await pruneCache(cache, 2.5 * Math.max(...bytes));
    assert.deepEqual(
      keys.map((key) => recall(cache, key, job()) !== null),
      [true, false, true],
    );
    assert.ok(readdirSync(cache).includes("notes.txt"));
    await pruneCache(join(folder, "never made"));
  });
});
