import assert from "node:assert/strict";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
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
import { keyOf, recall, YOUNG } from "../../../src/scoring/rowCache.js";
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

  const isKnown = (settings = defaultSettings) => scoreCached(job(), settings, cache).use === "known";

  it("gives back the row that was computed, evidence included", () => {
    const { row } = scoreCached(job(), defaultSettings, cache);
    assert.deepEqual(scoreCached(job(), defaultSettings, cache), { row, use: "known" });
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
    assert.equal(scoreCached({ ...job(), prediction: join(folder, "q.png") }, defaultSettings, cache).use, "new");
  });

  it("knows nothing of a file whose bytes were exchanged for as many and whose time was put back", () => {
    isKnown();
    const bytes = readFileSync(job().prediction);
    writeFileSync(job().prediction, bytes.reverse());
    utimesSync(job().prediction, 1e9, 1e9);
    assert.equal(scoreCached(job(), defaultSettings, cache).row.status, "failed");
  });

  it("answers under the name that is asked for", () => {
    isKnown();
    const { row, use } = scoreCached({ ...job(), name: "b" }, defaultSettings, cache);
    assert.deepEqual([row.name, use], ["b", "known"]);
  });

  it("does not trust a file that was written a moment ago", () => {
    put("p", "p01_blob_101", Date.now() / 1000);
    assert.equal(keyOf(job(), defaultSettings), YOUNG);
    for (const _ of ["kept", "known"]) assert.equal(scoreCached(job(), defaultSettings, cache).use, "young");
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
      const key = keyOf(job(), settings);
      return typeof key === "string" ? key : assert.fail();
    });
    const oldest = recall(cache, keys[0], job());
    assert.ok(oldest, "used again, it is the youngest");
    for (const name of ["notes.txt", "mine.tmp", "mine.row"]) {
      writeFileSync(join(cache, name), "mine");
      utimesSync(join(cache, name), 1e9, 1e9);
    }
    const abandoned = "0f8fad5b-d9cb-469f-a165-70867728950e.tmp";
    writeFileSync(join(cache, abandoned), "half");
    utimesSync(join(cache, abandoned), 1e9, 1e9);
    const bytes = readdirSync(cache).map((name) => statSync(join(cache, name)).size);
    await pruneCache(cache, 2.5 * Math.max(...bytes));
    assert.deepEqual(
      keys.map((key) => recall(cache, key, job()) !== null),
      [true, false, true],
    );
    const left = readdirSync(cache);
    for (const name of ["notes.txt", "mine.tmp", "mine.row"]) assert.ok(left.includes(name), name);
    assert.ok(!left.includes(abandoned));
    await pruneCache(join(folder, "never made"));
  });
});
