/** What a run of mocha found, in a form that crosses processes as JSON. */
export interface TestResults {
  readonly passed: readonly TestName[];
  readonly failed: readonly Failure[];
  readonly skipped: readonly TestName[];
}

export interface TestName {
  /** Full title, suites first. */
  readonly title: string;
  /** The test file, absolute; "" where mocha knows none. */
  readonly file: string;
}

export interface Failure extends TestName {
  readonly detail: string;
}

/**
 * Follows a mocha run from its start.
 *
 * @returns the results, which fill while the run goes on.
 */
export function collectResults(runner: Mocha.Runner): TestResults {
  const passed: TestName[] = [];
  const failed: Failure[] = [];
  const skipped: TestName[] = [];
  const nameOf = (test: Mocha.Runnable): TestName => ({ title: test.fullTitle(), file: test.file ?? "" });
  runner.on("pass", (test) => passed.push(nameOf(test)));
  runner.on("pending", (test) => skipped.push(nameOf(test)));
  // A failing hook is reported here too, with its own title.
  runner.on("fail", (test, error: unknown) => failed.push({ ...nameOf(test), detail: detailOf(error) }));
  return { passed, failed, skipped };
}

/** A failure for people: the message, what was expected, the stack and the causes. */
export function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  const text = stack.includes(error.message) ? stack : `${error.message}\n${stack}`;
  // The TypeScript loader may name a module by its whole source, with the file's path at the end.
  const readable = text.replace(/data:text\/javascript,\S*?filePath=([^):\s]+)/g, (_, path) =>
    decodeURIComponent(path),
  );
  return error.cause === undefined ? readable : `${readable}\ncaused by: ${detailOf(error.cause)}`;
}
