/** What a run of mocha found, in a form that crosses processes as JSON. */
export interface TestResults {
  /** Full titles, suites first. */
  readonly passed: readonly string[];
  readonly failed: readonly { readonly title: string; readonly detail: string }[];
  readonly skipped: readonly string[];
}

/**
 * Follows a mocha run from its start.
 *
 * @returns the results, which fill while the run goes on.
 */
export function collectResults(runner: Mocha.Runner): TestResults {
  const passed: string[] = [];
  const failed: { title: string; detail: string }[] = [];
  const skipped: string[] = [];
  runner.on("pass", (test) => passed.push(test.fullTitle()));
  runner.on("pending", (test) => skipped.push(test.fullTitle()));
  // A failing hook is reported here too, with its own title.
  runner.on("fail", (test, error: unknown) => failed.push({ title: test.fullTitle(), detail: detailOf(error) }));
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
