import assert from "node:assert/strict";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkOutputs } from "../../../src/cli/checkOutputs.js";
import { runCli } from "../support/cli.js";

describe("outputs, before the work", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const at = (...names: string[]) => join(folder, ...names);

  it("are left as they were: none is made, none is emptied", () => {
    writeFileSync(at("old.csv"), "kept");
    symlinkSync(at("new.html"), at("link.html"));
    checkOutputs({ csv: at("old.csv"), json: at("new.json"), html: at("link.html"), markdown: "-" }, [at("none")]);
    assert.equal(readFileSync(at("old.csv"), "utf8"), "kept");
    assert.deepEqual([existsSync(at("new.json")), existsSync(at("new.html"))], [false, false]);
  });

  it("that are one file by two names are refused", () => {
    writeFileSync(at("a.csv"), "kept");
    linkSync(at("a.csv"), at("hard.csv"));
    symlinkSync(at("a.csv"), at("soft.csv"));
    symlinkSync(folder, at("here"));
    for (const other of [`${folder}/./a.csv`, at("hard.csv"), at("soft.csv"), at("here", "a.csv")]) {
      assert.throws(() => checkOutputs({ json: at("a.csv"), csv: other }, []), {
        message: `--json and --csv are one file, ${other}: name two.`,
      });
    }
    const fresh = { json: at("fresh"), csv: at("here", "fresh") };
    assert.throws(() => checkOutputs(fresh, []), /are one file/);
    assert.equal(existsSync(at("fresh")), false);
    assert.equal(readFileSync(at("a.csv"), "utf8"), "kept");
  });

  it("that are read are refused: an input by any name, and masks", () => {
    for (const name of ["scores.json", "a.png"]) writeFileSync(at(name), "kept");
    symlinkSync(at("scores.json"), at("also.json"));
    symlinkSync(at("a.png"), at("table.csv"));
    for (const file of [at("scores.json"), at("also.json")]) {
      assert.throws(() => checkOutputs({ html: file }, [undefined, at("none"), at("scores.json")]), {
        message: `--html ${file} would overwrite ${at("scores.json")}, which is read: name another file.`,
      });
    }
    assert.throws(
      () => checkOutputs({ csv: at("table.csv") }, []),
      /table\.csv would overwrite .*a\.png, which is read/,
    );
    for (const name of ["a.png", "new.NPY"]) {
      assert.throws(() => checkOutputs({ csv: at(name) }, []), /has the name of a mask: give it another ending/);
    }
    assert.equal(existsSync(at("new.NPY")), false);
  });

  it("that are no file are refused, with the reason", () => {
    mkdirSync(at("sub"));
    writeFileSync(at("file"), "");
    symlinkSync(at("loop"), at("loop"));
    for (const [file, message] of [
      ["", "--csv has an empty name: is a variable unset?"],
      [at("sub"), `--csv ${at("sub")} is a folder: name a file in it.`],
      [
        at("none", "a.csv"),
        `--csv ${at("none", "a.csv")} cannot be written: there is no folder ${at("none")}. Make it, or name another.`,
      ],
      [
        at("file", "a.csv"),
        `--csv ${at("file", "a.csv")} cannot be written: there is no folder ${at("file")}. Make it, or name another.`,
      ],
    ]) {
      assert.throws(() => checkOutputs({ csv: file }, []), { message });
    }
    assert.throws(() => checkOutputs({ csv: at("loop") }, []), /cannot be written: .*ELOOP.*\. Name another file\.$/);
  });

  it("on a system's own disk are refused for want of permission", function () {
    if (process.platform !== "linux") this.skip();
    assert.throws(
      () => checkOutputs({ csv: "/sys/a.csv" }, []),
      /cannot be written: (no permission|its disk is read-only)/,
    );
  });

  it("may be devices, and the same one twice", function () {
    if (process.platform === "win32") this.skip();
    checkOutputs({ csv: "/dev/null", json: "/dev/null" }, ["/dev/null"]);
  });

  for (const [command, args] of Object.entries({
    score: ["p", "t", "--json", "x", "--csv", "./x"],
    compare: ["t", "p", "q", "--html", "x", "--markdown", "./x"],
    report: ["p", "t", "--html", "x", "--md", "./x"],
  })) {
    it(`are looked at before ${command} looks for its masks, with exit code 2`, () => {
      const { status, stderr } = runCli(command, ...args);
      assert.deepEqual(
        [status, /^mask-inspector: --\w+ and --\w+ are one file, (\.\/)?x: name two\.\n$/.test(stderr)],
        [2, true],
        stderr,
      );
    });
  }

  it("of report need more than one folder, or a file of scores", () => {
    const { status, stderr } = runCli("report", folder, "--html", at("a.html"));
    const message = `mask-inspector: ${folder} is a folder: report takes PREDICTIONS and TRUTH, or a JSON file of scores.\n`;
    assert.deepEqual([status, stderr, existsSync(at("a.html"))], [2, message, false]);
  });

  it("of report are not the scores that it is made of", () => {
    writeFileSync(at("scores.json"), "kept");
    const { status, stderr } = runCli("report", at("scores.json"), "--html", at("scores.json"));
    assert.deepEqual([status, /would overwrite/.test(stderr)], [2, true], stderr);
    assert.equal(readFileSync(at("scores.json"), "utf8"), "kept");
  });
});
