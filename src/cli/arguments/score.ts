import type { Gate } from "../../report/gate.js";
import { gatesOf } from "./gates.js";
import { type Scoring, scoringFlags, scoringOf } from "./settings.js";
import { targetsOf } from "./targets.js";
import { split, text, UsageError } from "./values.js";

const targets = ["json", "csv", "csv-long"] as const;

export interface ScoreCommand extends Scoring {
  readonly command: "score";
  readonly predictions: string;
  readonly truth: string;
  readonly targets: Partial<Readonly<Record<(typeof targets)[number], string>>>;
  /** Conditions under which the exit code is 1. */
  readonly gates: readonly Gate[];
}

export const scoreFlags = {
  ...scoringFlags,
  json: text,
  csv: text,
  "csv-long": text,
  "fail-if": { ...text, multiple: true },
} as const;

/** @throws UsageError */
export function parseScore(args: readonly string[]): ScoreCommand {
  const { values, positionals } = split("score", args, scoreFlags);
  const [predictions, truth, ...rest] = positionals;
  if (predictions === undefined || truth === undefined) throw new UsageError("score needs PREDICTIONS and TRUTH.");
  if (rest.length > 0) throw new UsageError(`One argument too many: ${rest.join(" ")}`);
  const gates = gatesOf(values["fail-if"]);
  const duel = gates.find(({ what }) => "figure" in what && ["delta", "wins", "losses"].includes(what.figure));
  if (duel) throw new UsageError(`--fail-if "${duel.text}" is for compare: score has one model only.`);
  return { command: "score", predictions, truth, ...scoringOf(values), targets: targetsOf(values, targets), gates };
}
