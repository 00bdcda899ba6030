import { readdir, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { runCommand } from "./command.js";
import { ensureChromium, ensureServedVsCode } from "./install.js";
import { runIntegration } from "./integration.js";
import { checkPackage } from "./package.js";
import { outFolder, root } from "./paths.js";
import type { TestResults } from "./results.js";
import { copySample } from "./sample.js";
import { afterSecondTry, filesToRepeat } from "./secondTry.js";
import { add, check, NOTHING, type Outcome, type Stage } from "./stage.js";

const MINUTE = 60_000;

/** The parts of `npm test`, in order: cheap ones first, each independent of the others but for the build. */
export const stages: readonly Stage[] = [
  { name: "lint", run: () => tool("format and lint", "biome", ["ci", "--colors=off", "--reporter=default"]) },
  { name: "types", run: types },
  { name: "build", run: build },
  { name: "unit", run: () => suites("unit") },
  { name: "reference", run: () => suites("reference") },
  { name: "integration", run: integration },
  { name: "ui", run: ui },
  { name: "package", run: checkPackage },
];

async function types(): Promise<Outcome> {
  let outcome = NOTHING;
  for (const project of ["src/core", ".", "webview", "test"]) {
    outcome = add(outcome, await tool(`types of ${project}`, "tsc", ["--pretty", "false", "-p", project]));
  }
  return outcome;
}

/** What ships is what is tested, so the production build. */
async function build(): Promise<Outcome> {
  const args = [join(root, "esbuild.mjs"), "--production", "--tests"];
  const { code, output } = await runCommand(process.execPath, args, {
    cwd: root,
    env: { ...process.env, CI: "1" },
    timeoutMs: 2 * MINUTE,
  });
  return check("build", code === 0, output);
}

async function integration(): Promise<Outcome> {
  const sample = await copySample();
  try {
    const run = await runIntegration({ workspace: sample.folder });
    if (!run.available) return notRun("integration", run.reason);
    for (const { title, detail } of run.results.failed) check(title, false, detail);
    return { ...tally(run.results), note: `in the ${run.host}` };
  } finally {
    await sample.remove();
  }
}

async function ui(): Promise<Outcome> {
  const [vscode, chromium] = await Promise.all([ensureServedVsCode(), ensureChromium()]);
  if (!vscode.available) return notRun("ui", vscode.reason);
  if (!chromium.available) return notRun("ui", chromium.reason);
  const options = { args: ["--require", "./test/workbench/hooks.ts", "--timeout", "120000"], verbose: true };
  const first = await mocha("ui", options);
  const files = filesToRepeat(first.results);
  if (files.length === 0) return outcomeOf("ui", first);
  console.log(`  once more: ${files.map((file) => relative(root, file)).join(", ")}`);
  const second = await mocha("ui", { ...options, files });
  const { results, unsteady } = afterSecondTry(first.results, second.results);
  const note =
    unsteady.length === 0 ? {} : { note: `${unsteady.length} only at the second try: ${unsteady.join("; ")}` };
  return { ...outcomeOf("ui", { code: second.code, results }), ...note };
}

interface MochaRun {
  readonly code: number | null;
  readonly results: TestResults;
}

interface MochaOptions {
  readonly args?: readonly string[];
  /** A line for every pass. */
  readonly verbose?: boolean;
  /** Default all under test/NAME. */
  readonly files?: readonly string[];
}

/** Runs mocha suites in a process of their own. Without results there is a failure that says so. */
async function mocha(name: string, { args = [], verbose = false, files }: MochaOptions = {}): Promise<MochaRun> {
  const output = join(outFolder, `${name}-results.json`);
  await rm(output, { force: true });
  const program = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const reporter = ["--reporter", "./test/workbench/reporter.ts"];
  const options = ["--reporter-option", `output=${output},verbose=${verbose}`, "--forbid-only", "--exit"];
  const specs = files ?? [`test/${name}/**/*.test.ts`];
  const { code } = await runCommand(
    process.execPath,
    ["--import=tsx", program, ...reporter, ...options, ...args, ...specs],
    {
      cwd: root,
      timeoutMs: 12 * MINUTE,
      onOutput: (text) => process.stdout.write(text),
    },
  );
  const text = await readFile(output, "utf8").catch(() => undefined);
  if (text !== undefined) return { code, results: JSON.parse(text) as TestResults };
  return { code, results: { passed: [], failed: [], skipped: [] } };
}

async function suites(name: string): Promise<Outcome> {
  return outcomeOf(name, await mocha(name));
}

function outcomeOf(name: string, { code, results }: MochaRun): Outcome {
  const outcome = tally(results);
  const unexplained = code !== 0 && outcome.failed === 0;
  return add(
    outcome,
    unexplained ? check(`${name}: mocha ended with code ${code}, and told no failure`, false) : NOTHING,
  );
}

function tally({ passed, failed, skipped }: TestResults): Outcome {
  return { passed: passed.length, failed: failed.length, skipped: skipped.length };
}

async function tool(title: string, name: string, args: readonly string[]): Promise<Outcome> {
  const program = join(root, "node_modules", ".bin", name);
  const { code, output } = await runCommand(program, args, { cwd: root, timeoutMs: 5 * MINUTE });
  return check(title, code === 0, output);
}

/** The outcome of suites that cannot run here; they are counted in their sources. */
async function notRun(name: string, reason: string): Promise<Outcome> {
  const folder = join(root, "test", name);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".test.ts"));
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const skipped = sources.join("\n").match(/^\s*it\(/gm)?.length ?? 0;
  return { ...NOTHING, skipped, note: `${skipped} tests not run: ${reason}` };
}
