import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "../../../src/formats/decode.js";
import { fileBytes } from "../../../src/scoring/fileBytes.js";
import { fileOf, pairs } from "../../reference/golden.js";

describe("bytes of files", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are those of the file that was read last, be it larger or smaller, or empty", () => {
    for (const size of [10, 1000, 0, 3, 5_000_000, 1001]) {
      const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => i * size));
      writeFileSync(join(folder, "a"), bytes);
      assert.ok(bytes.equals(fileBytes(join(folder, "a"))), `${size} bytes`);
    }
  });

  it("are read of what is no regular file, too", function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    writeFileSync(join(folder, "a"), "some bytes");
    spawn("sh", ["-c", 'cat "$0/a" > "$0/pipe"', folder], { stdio: "ignore" });
    assert.equal(Buffer.from(fileBytes(join(folder, "pipe"))).toString(), "some bytes");
  });

  it("fail as other reading does: the code says why", () => {
    assert.throws(() => fileBytes(join(folder, "none")), { code: "ENOENT" });
    assert.throws(() => fileBytes(folder), { code: "EISDIR" });
  });

  it("are of no use to an image once it is decoded", () => {
    for (const file of pairs.flatMap(({ gt, pred }) => [gt, pred])) {
      const bytes = new Uint8Array(readFileSync(fileOf(file)));
      const [image, again] = [decode(file, bytes), decode(file, bytes.slice())];
      bytes.fill(255);
      assert.deepEqual(image, again);
    }
  });
});
