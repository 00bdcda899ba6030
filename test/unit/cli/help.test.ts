import assert from "node:assert/strict";
import { compareFlags } from "../../../src/cli/arguments/compare.js";
import { reportFlags } from "../../../src/cli/arguments/report.js";
import { scoreFlags } from "../../../src/cli/arguments/score.js";
import type { CommandName } from "../../../src/cli/help/flags.js";
import { usage } from "../../../src/cli/help/usage.js";
import { wrap } from "../../../src/cli/help/wrap.js";
import { runCli } from "../support/cli.js";

const flags: Readonly<Record<CommandName, object>> = {
  score: scoreFlags,
  compare: compareFlags,
  report: reportFlags,
};

/** What stands in the column of the flags. */
const flagsOf = (text: string) => Array.from(text.matchAll(/^ {2}--([a-z-]+)/gm), ([, flag]) => flag);

describe("help", () => {
  for (const command of Object.keys(flags) as CommandName[]) {
    it(`of ${command} tells of its flags, each once, and of no others`, () => {
      const text = usage(command);
      assert.deepEqual(flagsOf(text).sort(), Object.keys(flags[command]).sort());
      const others = Object.keys(flags).filter((other) => other !== command);
      for (const other of others) assert.ok(!text.includes(`mask-inspector ${other} `), other);
      for (const asked of [
        [command, "--help"],
        [command, "p", "t", "-h"],
        ["help", command],
      ]) {
        const { status, stdout, stderr } = runCli(...asked);
        assert.deepEqual([status, stdout, stderr], [0, text, ""]);
      }
    });
  }

  it("of all tells whose every flag is", () => {
    const text = usage();
    assert.deepEqual(flagsOf(text).sort(), Array.from(new Set(Object.values(flags).flatMap(Object.keys))).sort());
    assert.match(text, /^ {2}--csv FILE\|- +score: a row a pair as CSV\n +compare: a row an image/m);
    for (const asked of [[], ["help"], ["--help"], ["help", "paint"]]) assert.equal(runCli(...asked).stdout, text);
  });

  it("fits a terminal, and loses no word", () => {
    assert.ok(
      usage()
        .split("\n")
        .every((line) => line.length <= 100),
    );
    const words = "the quick brown fox jumps over the lazy dog ".repeat(20).trim();
    const wrapped = wrap(words, 7);
    assert.ok(wrapped.split("\n").every((line) => line.length <= 100 && /^ {7}\S/.test(line)));
    assert.equal(wrapped.trim().split(/\s+/).join(" "), words);
  });
});
