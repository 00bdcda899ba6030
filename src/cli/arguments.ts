import { type CompareCommand, parseCompare } from "./arguments/compare.js";
import { parseReport, type ReportCommand } from "./arguments/report.js";
import { parseScore, type ScoreCommand } from "./arguments/score.js";
import { UsageError } from "./arguments/values.js";

export type Command = ScoreCommand | CompareCommand | ReportCommand;

const parsers: Readonly<Record<string, (args: readonly string[]) => Command>> = {
  score: parseScore,
  compare: parseCompare,
  report: parseReport,
};

/** The command comes first. @throws UsageError */
export function parseCommand([name, ...args]: readonly string[]): Command | "help" | "version" {
  if (name === "--version" || name === "version") return "version";
  if (name === undefined || name === "help" || [name, ...args].some((arg) => arg === "--help" || arg === "-h")) {
    return "help";
  }
  const parse = Object.hasOwn(parsers, name) ? parsers[name] : undefined;
  if (parse) return parse(args);
  const known = Object.keys(parsers).join(", ");
  throw new UsageError(`There is no command "${name}"; the commands are ${known}, and they come first.`);
}
