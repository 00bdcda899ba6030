import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { defaultSettings } from "../../../src/core/settings.js";
import { toMarkdown } from "../../../src/report/markdown.js";
import { ReportBuilder } from "../../../src/report/reportBuilder.js";
import { planPairs } from "../../../src/scoring/folders.js";
import { inlineScorer } from "../../../src/scoring/inline.js";

const root = resolve(__dirname, "../../..");
const folders = ["pred/unet-v2", "gt"].map((folder) => join(root, "media/sample", folder));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "dist/cli.js"), "score", ...folders, "--scores", "pixel", ...args], {
    encoding: "utf8",
  }).stdout;

describe("--diagnose", () => {
  it("says of each pair what is wrong with it, in JSON with the evidence", () => {
    const { pairs } = JSON.parse(run("--diagnose", "--json", "-"));
    const of = (name: string) => pairs.find((pair: { name: string }) => pair.name === name).diagnosis;
    const [{ id, severity, evidence, sentence }] = of("ship-shift");
    assert.deepEqual([id, severity, evidence.dx, evidence.dy], ["shifted", "warning", -6, -5]);
    assert.match(sentence, /6 px left and 5 px up/);
    assert.deepEqual(of("cells-merged"), []);
  });

  it("lists the findings on the terminal, and nothing without being asked", () => {
    assert.match(run("--diagnose"), /Diagnosis \(9\):\n {2}cars-missed\n {4}Missed objects: One object/);
    assert.doesNotMatch(run(), /Diagnosis/);
  });

  it("has a table of findings in Markdown", async () => {
    const settings = { ...defaultSettings, families: ["pixel"] as const, diagnose: true };
    const plan = await planPairs(folders[0], folders[1], undefined);
    const builder = new ReportBuilder(plan, settings);
    await inlineScorer.score(plan.jobs, settings, { onRow: (row, index) => builder.add(row, index) });
    assert.match(
      toMarkdown(builder.build()),
      /\| name \| finding \| evidence \|\n\| --- \| --- \| --- \|\n\| cars-missed \| Missed objects \|/,
    );
  });
});
