/** A button of a notification, and the command behind it. */
export interface NextStep {
  readonly title: string;
  readonly command: string;
  readonly args?: readonly unknown[];
}

/** Something that a person is told: the message says what happened, `remedy` what to do, `steps` how to do it at once. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    readonly steps: readonly NextStep[] = [],
  ) {
    super(message);
    this.name = "Problem";
  }
}

/** What a notification shows of an error; errors of other modules may carry a remedy and the file to blame. */
export interface ProblemText {
  readonly message: string;
  readonly steps: readonly NextStep[];
  /** For the log. */
  readonly details: string;
}

export function describeProblem(error: unknown): ProblemText {
  if (!(error instanceof Error)) return { message: String(error), steps: [], details: String(error) };
  const remedy = "remedy" in error && typeof error.remedy === "string" ? error.remedy : "";
  const file = "file" in error && typeof error.file === "string" ? error.file : "";
  return {
    message: [file && `${file}:`, error.message, remedy].filter((part) => part !== "").join(" "),
    steps: error instanceof Problem ? error.steps : [],
    details: error.stack ?? error.message,
  };
}
