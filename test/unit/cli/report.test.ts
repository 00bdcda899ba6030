import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../../..");
const [pred, truth] = ["pred/unet-v2", "gt"].map((path) => join(root, "media/sample", path));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("mask-inspector report", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("writes the same page from masks as from the scores that were written of them", () => {
    const [page, again, scores, long] = ["a.html", "b.html", "scores.json", "long.csv"].map((name) =>
      join(folder, name),
    );
    assert.equal(run("report", pred, truth, "--html", page).status, 0);
    assert.equal(run("score", pred, truth, "--json", scores, "--csv-long", long).status, 0);
    assert.equal(run("report", scores, "--html", again).status, 0);
    const [first, second] = [page, again].map((file) => readFileSync(file, "utf8"));
    assert.match(first, /<h1>unet-v2 against gt<\/h1>/);
    assert.match(second, /<h1>scores<\/h1>/);
    const untitled = (text: string) => text.replace(/<(h1|title)>.*<\/\1>/g, "");
    assert.equal(untitled(second), untitled(first));
    assert.match(readFileSync(long, "utf8"), /^name,prediction,truth,kind,score,class,value\n/);
  });

  it("writes Markdown to standard output, by either name", () => {
    const { status, stdout } = run("report", pred, truth, "--md", "-");
    assert.equal(status, 0);
    assert.equal(run("report", pred, truth, "--markdown", "-").stdout, stdout);
    assert.match(stdout, /^\| iou ↑ \| 0\.7683 \|/m);
  });

  for (const [args, message] of [
    [["report", pred, truth], /--html FILE or --markdown FILE/],
    [["report", pred, truth, "--html", "-", "--md", "-"], /Only one of --html and --md/],
    [["report", "scores.json", "--md", "-", "--threshold", "0.3"], /--threshold is for scoring/],
  ] as const) {
    it(`refuses ${args.map((arg) => arg.split("/").at(-1)).join(" ")}`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 64);
      assert.match(stderr, message);
    });
  }

  for (const [file, message] of [
    [join(root, "package.json"), /package\.json: This is no file of scores/],
    ["nowhere.json", /There is no file or folder nowhere\.json that can be read/],
  ] as const) {
    it(`exits 2 with ${file.split("/").at(-1)}, which holds no scores`, () => {
      const { status, stderr } = run("report", file, "--md", "-");
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
  }

  it("names each file that it wrote, and how many pairs failed", () => {
    const [masks, page] = [join(folder, "masks"), join(folder, "failed.html")];
    cpSync(pred, masks, { recursive: true });
    const [torn] = readdirSync(masks);
    writeFileSync(join(masks, torn), "no picture");
    const { status, stderr } = run("report", masks, truth, "--html", page);
    assert.equal(status, 1);
    assert.equal(stderr, `written to ${page}\n1 of 12 pairs failed: the report names each with the reason.\n`);
  });
});
