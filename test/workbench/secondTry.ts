import type { TestResults } from "./results.js";

/** With more failing files than this, it is not VS Code's doing. */
const MOST_FILES = 3;

/**
 * The files to run once more, in a workbench of their own: those of which a test failed, where they are few. A real VS Code
 * on a busy machine now and then swallows a click or leaves a webview empty.
 *
 * @returns none where nothing failed, where much did, or where a failure belongs to no file.
 */
export function filesToRepeat({ failed }: TestResults): readonly string[] {
  const files = [...new Set(failed.map(({ file }) => file))];
  return files.length > MOST_FILES || files.includes("") ? [] : files;
}

/** What counts once some files have run again. */
export interface AfterSecondTry {
  readonly results: TestResults;
  /** Titles of what failed at first, and not again. */
  readonly unsteady: readonly string[];
}

/**
 * The second results of every file that ran again, and the first of the others.
 *
 * @param second what the repeated files gave; a file of which nothing is there keeps its first results.
 */
export function afterSecondTry(first: TestResults, second: TestResults): AfterSecondTry {
  const again = new Set([...second.passed, ...second.failed, ...second.skipped].map(({ file }) => file));
  const merged = <Result extends { readonly file: string }>(before: readonly Result[], after: readonly Result[]) => [
    ...before.filter(({ file }) => !again.has(file)),
    ...after,
  ];
  const results = {
    passed: merged(first.passed, second.passed),
    failed: merged(first.failed, second.failed),
    skipped: merged(first.skipped, second.skipped),
  };
  const stillFailing = new Set(results.failed.map(({ title }) => title));
  return { results, unsteady: first.failed.map(({ title }) => title).filter((title) => !stillFailing.has(title)) };
}
