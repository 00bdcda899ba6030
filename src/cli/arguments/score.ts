import type { Gate } from "../../report/gate.js";
import { gatesOf } from "./gates.js";
import { type Scoring, scoringFlags, scoringOf } from "./settings.js";
import { split, text, UsageError } from "./values.js";

export interface ScoreCommand extends Scoring {
  readonly command: "score";
  readonly predictions: string;
  readonly truth: string;
  /** Where to write, `-` for standard output. */
  readonly json?: string;
  readonly csv?: string;
  /** Conditions under which the exit code is 1. */
  readonly gates: readonly Gate[];
}

const flags = { ...scoringFlags, json: text, csv: text, "fail-if": { ...text, multiple: true } } as const;

/** @throws UsageError */
export function parseScore(args: readonly string[]): ScoreCommand {
  const { values, positionals } = split(args, flags);
  const [predictions, truth, ...rest] = positionals;
  if (predictions === undefined || truth === undefined) throw new UsageError("score needs PREDICTIONS and TRUTH.");
  if (rest.length > 0) throw new UsageError(`One argument too many: ${rest.join(" ")}`);
  if (values.json === "-" && values.csv === "-")
    throw new UsageError("Only one of --json and --csv can go to standard output.");
  const gates = gatesOf(values["fail-if"]);
  const duel = gates.find(({ what }) => "figure" in what && ["delta", "wins", "losses"].includes(what.figure));
  if (duel) throw new UsageError(`--fail-if "${duel.text}" is for compare: score has one model only.`);
  return {
    command: "score",
    predictions,
    truth,
    ...scoringOf(values),
    ...(values.json !== undefined && { json: values.json }),
    ...(values.csv !== undefined && { csv: values.csv }),
    gates,
  };
}
