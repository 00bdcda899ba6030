// `npm run test:mutation [-- FOLDER …]`: how many faults put into src/core the tests of the core notice.
// Stryker's mocha runner wants an older mocha than the project has, so its tools are installed apart, at fixed versions.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workbench/paths.js";
import { type MutationReport, scoreOf, tableOf } from "./score.js";

const TOOLS = ["@stryker-mutator/core@9.6.1", "@stryker-mutator/mocha-runner@9.6.1", "mocha@11.8.0"];
const cache = join(root, "out", "mutation");
const core = join(root, "src", "core");

function run(program: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(program, args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`${program} ${args[0]} ended with code ${status}`);
}

function installTools(): void {
  const stamp = join(cache, "tools.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === TOOLS.join("\n")) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), JSON.stringify({ private: true }));
  run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...TOOLS], cache);
  writeFileSync(stamp, TOOLS.join("\n"));
}

/** The parts of the core: its folders, and the files beside them as one. `assembly` is compiled apart, and compared with these. */
function partsOfCore(): string[] {
  const folders = readdirSync(core, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).filter((name) => name !== "assembly");
  return [".", ...names.sort()];
}

function mutate(part: string): MutationReport {
  const report = join(cache, `${part === "." ? "core" : part}.json`);
  const config = join(cache, "stryker.json");
  const modules = join(cache, "node_modules");
  writeFileSync(
    config,
    JSON.stringify({
      mutate: [part === "." ? "src/core/*.ts" : `src/core/${part}/**/*.ts`],
      // Texts are for people, and read by them.
      mutator: { excludedMutations: ["StringLiteral"] },
      // What runs once, when a module loads, would need a process a fault: mostly facts of the catalogue.
      ignoreStatic: true,
      testRunner: "mocha",
      plugins: [join(modules, "@stryker-mutator", "mocha-runner", "dist", "src", "index.js")],
      mochaOptions: {
        require: ["tsx/cjs", "./test/mutation/setup.ts"],
        // A folder has to be held by its own tests and by the reference numbers: what tests of other folders notice by
        // chance does not count, and would take hours. The first that fails ends the run, so the slowest come last.
        spec: [
          part === "." ? "test/unit/core/*.test.ts" : `test/unit/core/${part}/**/*.test.ts`,
          ...["vectors", "overlap", "labels", "boundary", "disagreements", "golden"].map(
            (name) => `test/reference/${name}.test.ts`,
          ),
        ],
      },
      coverageAnalysis: "perTest",
      concurrency: 1,
      timeoutMS: 3000,
      // What runs for every pixel is many times slower while coverage is counted.
      dryRunTimeoutMinutes: 30,
      tempDirName: join("out", "mutation", "sandbox"),
      ignorePatterns: ["dist", "out", "webview", ".vscode-test", "bench.json"],
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: report },
      warnings: { slow: false },
      allowEmpty: true,
      // Nothing to rewrite there: the sandbox has the same files in the same places.
      tsconfigFile: "none",
    }),
  );
  run(process.execPath, [join(modules, "@stryker-mutator", "core", "bin", "stryker.js"), "run", config], root);
  return JSON.parse(readFileSync(report, "utf8")) as MutationReport;
}

const chosen = process.argv.slice(2);
const parts = partsOfCore();
const unknown = chosen.filter((part) => !parts.includes(part));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")} in src/core; there are ${parts.join(", ")}`);
installTools();
const scores = (chosen.length > 0 ? chosen : parts).map((part) => scoreOf(part, mutate(part)));
console.log(`\n${tableOf(scores)}`);
