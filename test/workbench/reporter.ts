import { writeFileSync } from "node:fs";
import { collectResults } from "./results.js";

/**
 * Mocha reporter of `npm test`: failures in full as they happen, passes one a line when asked for, and the results as
 * JSON, so that tests are counted rather than guessed from an exit code.
 *
 * Options: `output` = the JSON file; `verbose` = "true" for a line a pass.
 */
export default class Reporter {
  constructor(runner: Mocha.Runner, { reporterOptions }: { reporterOptions: Record<string, string> }) {
    const { output, verbose } = reporterOptions;
    if (output === undefined) throw new Error("reporter: the option output=FILE is missing");
    const results = collectResults(runner);
    if (verbose === "true") {
      runner.on("pass", (test) => console.log(`  pass: ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    }
    runner.on("fail", () => {
      const failure = results.failed.at(-1);
      if (failure !== undefined) console.log(`  FAIL: ${failure.title}\n${indent(failure.detail)}`);
    });
    runner.once("end", () => writeFileSync(output, JSON.stringify(results)));
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
