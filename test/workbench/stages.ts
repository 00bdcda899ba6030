import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./command.js";
import { ensureChromium, ensureServedVsCode } from "./install.js";
import { runIntegration } from "./integration.js";
import { checkPackage } from "./package.js";
import { outFolder, root } from "./paths.js";
import type { TestResults } from "./results.js";
import { copySample } from "./sample.js";
import { add, check, NOTHING, type Outcome, type Stage } from "./stage.js";

const MINUTE = 60_000;

/** The parts of `npm test`, in order: cheap ones first, each independent of the others but for the build. */
export const stages: readonly Stage[] = [
  { name: "lint", run: () => tool("format and lint", "biome", ["ci", "--colors=off", "--reporter=default"]) },
  { name: "types", run: types },
  { name: "build", run: build },
  { name: "unit", run: () => mocha("unit") },
  { name: "reference", run: () => mocha("reference") },
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
  return mocha("ui", ["--require", "./test/workbench/hooks.ts", "--timeout", "120000"], { verbose: true });
}

/** Runs the mocha suites under test/NAME in a process of their own. */
async function mocha(name: string, args: readonly string[] = [], { verbose = false } = {}): Promise<Outcome> {
  const output = join(outFolder, `${name}-results.json`);
  await rm(output, { force: true });
  const program = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const reporter = ["--reporter", "./test/workbench/reporter.ts"];
  const options = ["--reporter-option", `output=${output},verbose=${verbose}`, "--forbid-only", "--exit"];
  const command = ["--import=tsx", program, ...reporter, ...options, ...args, `test/${name}/**/*.test.ts`];
  const run = await runCommand(process.execPath, command, {
    cwd: root,
    timeoutMs: 12 * MINUTE,
    onOutput: (text) => process.stdout.write(text),
  });
  const text = await readFile(output, "utf8").catch(() => undefined);
  if (text === undefined) return check(`${name}: mocha ended with code ${run.code} before it had results`, false);
  const outcome = tally(JSON.parse(text) as TestResults);
  const unexplained = run.code !== 0 && outcome.failed === 0;
  return add(outcome, unexplained ? check(`${name}: mocha ended with code ${run.code}`, false) : NOTHING);
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
