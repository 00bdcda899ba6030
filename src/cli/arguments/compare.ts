import { catalogue } from "../../core/catalogue.js";
import type { Score } from "../../core/score.js";
import type { Gate } from "../../report/gate.js";
import { gatesOf } from "./gates.js";
import { type Scoring, scoringFlags, scoringOf } from "./settings.js";
import { targetsOf } from "./targets.js";
import { noScore, split, text, UsageError } from "./values.js";

const targets = ["json", "csv", "markdown", "html"] as const;

export interface CompareCommand extends Scoring {
  readonly command: "compare";
  readonly truth: string;
  /** Two folders or more; the first is the baseline. */
  readonly predictions: readonly string[];
  /** What the tables show; the usual ones for the kind of masks where not given. */
  readonly show?: readonly Score[];
  readonly targets: Partial<Readonly<Record<(typeof targets)[number], string>>>;
  /** Conditions under which the exit code is 1. */
  readonly gates: readonly Gate[];
}

export const compareFlags = {
  ...scoringFlags,
  show: text,
  json: text,
  csv: text,
  markdown: text,
  html: text,
  "fail-if": { ...text, multiple: true },
} as const;

/** @throws UsageError */
export function parseCompare(args: readonly string[]): CompareCommand {
  const { values, positionals } = split("compare", args, compareFlags);
  const [truth, ...predictions] = positionals;
  if (truth === undefined || predictions.length < 2) {
    throw new UsageError("compare needs TRUTH and two folders of predictions or more.");
  }
  return {
    command: "compare",
    truth,
    predictions,
    ...scoringOf(values),
    ...(values.show !== undefined && { show: scoresNamed(values.show) }),
    targets: targetsOf(values, targets),
    gates: gatesOf(values["fail-if"]),
  };
}

function scoresNamed(list: string): Score[] {
  return list.split(",").map((name) => {
    const score = catalogue.find(({ id }) => id === name.trim());
    if (!score) throw new UsageError(`--show takes a list of score ids, as iou,dice: ${noScore(name)}`);
    return score;
  });
}
