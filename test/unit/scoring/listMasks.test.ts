import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planPairs } from "../../../src/scoring/folders.js";
import { listFolder } from "../../../src/scoring/listMasks.js";
import { fileOf } from "../../reference/golden.js";
import { scoreFolders } from "../support/scoreFolders.js";
import { withoutPrivileges } from "../support/withoutPrivileges.js";

describe("looking through a folder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
    for (const side of ["pred", "gt"]) mkdirSync(join(folder, side));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const pred = (...names: string[]) => join(folder, "pred", ...names);
  const gt = (...names: string[]) => join(folder, "gt", ...names);

  it("says what looks like masks and is none, and finds the rest", async () => {
    mkdirSync(pred("dir.png"));
    for (const file of ["a.png", "dir.png/b.png", "notes.txt"]) writeFileSync(pred(file), "");
    symlinkSync(gt(), pred("more"));
    symlinkSync(pred("a.png"), pred("linked.png"));
    symlinkSync("loop.txt", pred("loop.txt"));
    const { files, notes, broken, closed } = await listFolder(pred());
    assert.deepEqual(files, ["a.png", "dir.png/b.png", "linked.png"]);
    assert.deepEqual([...notes].sort(), [
      `${pred("dir.png")}: This is a folder, not a mask.`,
      `${pred("more")}: This is a link to a folder, and is not followed: name that folder itself.`,
    ]);
    assert.deepEqual([broken.size, closed.length], [0, 0]);
  });

  it("does not read from a pipe that is named like a mask", async function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [pred("pipe.png")]);
    symlinkSync("pipe.png", pred("linked.png"));
    const { files, notes } = await listFolder(pred());
    assert.deepEqual(files, []);
    assert.equal(notes.filter((note) => note.includes("neither a file nor a folder")).length, 2);
    await assert.rejects(planPairs(pred("pipe.png"), gt()), /pipe\.png is neither a file nor a folder/);
  });

  it("says of links that lead nowhere what they are, unless they fail with their partner", async () => {
    for (const name of ["pair.png", "alone.png"]) symlinkSync("nowhere.png", pred(name));
    writeFileSync(gt("pair.png"), "");
    const { jobs, notes, unmatched, alone } = await planPairs(pred(), gt());
    assert.deepEqual(
      jobs.map(({ name }) => name),
      ["pair"],
    );
    assert.deepEqual(notes, [`${pred("alone.png")}: This is a link to nowhere.png, which is not there.`]);
    assert.deepEqual(unmatched.predictions, ["alone.png"]);
    assert.deepEqual(alone, [{ name: "alone", prediction: pred("alone.png"), truth: "" }]);
  });

  it("fails for what it has no permission to read, and goes on", async function () {
    if (process.platform === "win32") this.skip();
    for (const side of [pred, gt]) {
      mkdirSync(side("closed"));
      for (const name of ["a.png", "b.png", "closed/c.png"]) copyFileSync(fileOf("gt/p01_blob_101.png"), side(name));
    }
    chmodSync(folder, 0o755);
    chmodSync(pred("closed"), 0);
    chmodSync(gt("b.png"), 0);
    const { failures, rows } = await withoutPrivileges(() => scoreFolders(pred(), gt()));
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["a"],
    );
    const [permission, remedy] = [
      "No permission to read it.",
      "Give yourself the permission (chmod u+r, of a folder u+rx), or ask its owner.",
    ];
    assert.deepEqual(failures, [
      {
        status: "failed",
        name: "closed",
        file: pred("closed"),
        prediction: pred("closed"),
        truth: "",
        reason: permission,
        remedy,
      },
      {
        status: "failed",
        name: "b",
        prediction: pred("b.png"),
        truth: gt("b.png"),
        file: gt("b.png"),
        reason: permission,
        remedy,
      },
    ]);
    chmodSync(gt(), 0);
    await withoutPrivileges(() =>
      assert.rejects(planPairs(pred(), gt()), /gt: No permission to read it\. Give yourself/),
    );
    chmodSync(gt(), 0o755);
  });

  it("names the files of an ambiguity on both sides, and the side that has several", async () => {
    for (const file of [pred("a.png"), gt("a.npy"), gt("a.png")]) writeFileSync(file, "");
    const { failures } = await planPairs(pred(), gt());
    assert.deepEqual(
      failures.map(({ file, prediction, truth }) => [file, prediction, truth]),
      [[gt("a.npy"), pred("a.png"), gt("a.npy")]],
    );
  });

  it("says what is wrong with a path that a person named", async () => {
    symlinkSync("loop", join(folder, "loop"));
    await assert.rejects(planPairs("", gt()), /The name of a file or folder is empty/);
    await assert.rejects(planPairs(join(folder, "none"), gt()), /There is no .*none that can be read/);
    await assert.rejects(planPairs(gt(), join(folder, "loop")), /loop: This is a link that leads in a circle/);
  });
});
