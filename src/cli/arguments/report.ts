import { type Scoring, scoringFlags, scoringOf } from "./settings.js";
import { targetsOf } from "./targets.js";
import { split, text, UsageError } from "./values.js";

/** Markdown has two names: the one that compare has, and a short one. */
const targets = ["html", "markdown", "md"] as const;

export interface ReportCommand extends Scoring {
  readonly command: "report";
  /** Two folders or files to score, or a file of scores that were written before. */
  readonly source: { readonly predictions: string; readonly truth: string } | { readonly scores: string };
  readonly targets: Partial<Readonly<Record<(typeof targets)[number], string>>>;
}

export const reportFlags = { ...scoringFlags, html: text, markdown: text, md: text } as const;

/** @throws UsageError */
export function parseReport(args: readonly string[]): ReportCommand {
  const { values, positionals } = split("report", args, reportFlags);
  const [first, second, ...rest] = positionals;
  if (first === undefined) throw new UsageError("report needs PREDICTIONS and TRUTH, or a JSON file of scores.");
  if (rest.length > 0) throw new UsageError(`One argument too many: ${rest.join(" ")}`);
  const given = targetsOf(values, targets);
  if (Object.keys(given).length === 0) throw new UsageError("report needs --html FILE or --markdown FILE.");
  if (second === undefined) {
    const scoring = Object.keys(scoringFlags).find((flag) => flag in values);
    if (scoring) throw new UsageError(`--${scoring} is for scoring, and the scores of ${first} are there already.`);
  }
  return {
    command: "report",
    source: second === undefined ? { scores: first } : { predictions: first, truth: second },
    ...scoringOf(values),
    targets: given,
  };
}
