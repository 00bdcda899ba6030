import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unreadable, whyUnreadable } from "../../../src/scoring/unreadable.js";

describe("files that the system does not read", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
    symlinkSync("nowhere.png", join(folder, "dangling.png"));
    symlinkSync("loop.png", join(folder, "loop.png"));
    writeFileSync(join(folder, "huge.npy"), "");
    truncateSync(join(folder, "huge.npy"), 2 ** 31 + 1);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What reading it says. */
  function errorOf(file: string): unknown {
    try {
      return readFileSync(file);
    } catch (error) {
      return error;
    }
  }

  for (const [name, text] of [
    ["gone.png", "The file is gone. Score the folder again."],
    ["dangling.png", "This is a link to nowhere.png, which is not there. Mend the link, or remove it."],
    ["loop.png", "This is a link that leads in a circle. Mend the link, or remove it."],
    [".", "This is a folder, not a file. Name a mask file."],
    ["huge.npy", "The file is larger than 2 GiB. Save it with fewer bits a pixel (uint8), as PNG, or in tiles."],
  ]) {
    it(`such as ${name}`, () => {
      const file = join(folder, name);
      const trouble = unreadable(file, errorOf(file));
      assert.equal(`${trouble?.reason} ${trouble?.remedy}`, text);
    });
  }

  it("for want of permission", () => {
    for (const code of ["EACCES", "EPERM"]) {
      const { reason, remedy } = unreadable("a.png", Object.assign(new Error(code), { code })) ?? {};
      assert.equal(reason, "No permission to read it.");
      assert.match(remedy ?? "", /chmod u\+r/);
    }
  });

  it("for any other reason, in the system's own words", () => {
    const error = Object.assign(new Error("ESTALE: stale file handle, read"), { code: "ESTALE" });
    assert.equal(unreadable("a.png", error)?.reason, "The system could not read it: ESTALE: stale file handle, read.");
    assert.equal(unreadable("a.png", new Error("no error of the system")), null);
  });

  it("are told otherwise where a person named them", () => {
    for (const name of ["gone.png", "huge.npy/below.png"]) {
      const file = join(folder, name);
      assert.equal(whyUnreadable(file, errorOf(file)), `There is no file or folder ${file} that can be read.`);
    }
    const loop = join(folder, "loop.png");
    assert.match(whyUnreadable(loop, errorOf(loop)), /loop\.png: This is a link that leads in a circle\. Mend/);
  });
});
