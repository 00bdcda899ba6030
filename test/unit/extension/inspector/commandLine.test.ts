import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { commandLine } from "../../../../src/extension/inspector/commandLine.js";

const job = { prediction: "/data/it's here/p $HOME.png", truth: "/data/t.png" };
const line = (settings: Partial<Settings>, windows = false) =>
  commandLine({ cli: "/ext/dist/cli.js", job, settings: { ...defaultSettings, ...settings }, windows });

describe("the command line of a pair", () => {
  it("has no flags for what is the default", () => {
    assert.equal(line({}), "node /ext/dist/cli.js score '/data/it'\\''s here/p $HOME.png' /data/t.png --json -");
  });

  it("says before the command what it does not do, so that a shell passes it over", () => {
    const job = { prediction: "p", truth: "t" };
    const text = commandLine({ cli: "c", job, settings: defaultSettings, windows: false, edited: "eroded × 2" });
    const [comment = "", command] = text.split("\n");
    assert.match(comment, /^# The numbers of the file.*edited prediction \(eroded × 2\)\.$/);
    assert.equal(command, "node c score p t --json -");
  });

  it("has a flag for everything else", () => {
    const settings: Partial<Settings> = {
      preset: "smp",
      threshold: 0.42,
      kernel: 9,
      ignore: 255,
      kind: "binary",
      emptyPolicy: "one",
      spacing: [0.5, 2],
      matchIou: 0.3,
      overrides: { focal: { gamma: 1, reduction: "sum" }, dice: { smooth: 1e-7 } },
    };
    const flags =
      "--preset smp --threshold 0.42 --kernel 9 --ignore 255 --kind binary --empty one --spacing 0.5,2 --iou 0.3 --set focal.gamma=1 --set focal.reduction=sum --set dice.smooth=1e-7";
    assert.ok(line(settings).endsWith(flags), line(settings));
    const withClasses = commandLine({
      cli: "c",
      job,
      settings: defaultSettings,
      classes: "/a b/classes.json",
      windows: false,
    });
    assert.match(withClasses, /--classes '\/a b\/classes\.json'$/);
  });

  it("says to a POSIX shell exactly what was meant", function () {
    if (process.platform === "win32") this.skip();
    const echo = line({}).replace(
      "node /ext/dist/cli.js",
      `'${process.execPath}' -p 'JSON.stringify(process.argv.slice(1))'`,
    );
    const { stdout } = spawnSync("sh", ["-c", echo.replace(" --json -", "")], { encoding: "utf8" });
    assert.deepEqual(JSON.parse(stdout), ["score", job.prediction, job.truth]);
  });

  it("quotes for Windows with double quotes", () => {
    assert.match(line({}, true), /score "\/data\/it's here\/p \$HOME\.png" \/data\/t\.png/);
  });
});
