import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collectResults, type TestResults } from "../workbench/results.js";

/** The bundle lies in out/; the list of suites is read from the sources, so that none can be forgotten. */
const SUITES = join(__dirname, "..", "test", "integration");
const RESULTS = join(__dirname, "integration-results.json");

/** Called by VS Code in the extension host. Writes the results beside the bundle; rejects when a test failed. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const holder: { results?: TestResults } = {};
  class Collector extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      holder.results = collectResults(runner);
    }
  }
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: Collector });
  // Defines describe and it, which the suites use as they load.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  for (const file of readdirSync(SUITES)) {
    const name = /^(.+)\.test\.ts$/.exec(file)?.[1];
    if (name !== undefined) await import(`./${name}.test.ts`);
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  writeFileSync(RESULTS, JSON.stringify(holder.results));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
