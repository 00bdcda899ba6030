import { nearest } from "../core/nearest.js";
import { type CompareCommand, compareFlags, parseCompare } from "./arguments/compare.js";
import { parseReport, type ReportCommand, reportFlags } from "./arguments/report.js";
import { parseScore, type ScoreCommand, scoreFlags } from "./arguments/score.js";
import { type Flags, UnknownFlag, UsageError } from "./arguments/values.js";

export type Command = ScoreCommand | CompareCommand | ReportCommand;

interface Parser {
  readonly flags: Flags;
  parse(args: readonly string[]): Command;
}

const parsers: Readonly<Record<string, Parser>> = {
  score: { flags: scoreFlags, parse: parseScore },
  report: { flags: reportFlags, parse: parseReport },
  compare: { flags: compareFlags, parse: parseCompare },
};

/** The command comes first. @throws UsageError */
export function parseCommand([name, ...args]: readonly string[]): Command | "help" | "version" {
  if (name === "version" || [name, ...args].includes("--version")) return "version";
  if (name === undefined || name === "help" || [name, ...args].some((arg) => arg === "--help" || arg === "-h")) {
    return "help";
  }
  const parser = Object.hasOwn(parsers, name) ? parsers[name] : undefined;
  if (parser) return parse(name, parser, args);
  const known = Object.keys(parsers);
  const meant = nearest(name, known);
  throw new UsageError(
    meant === undefined
      ? `There is no command "${name}"; the commands are ${known.join(", ")}, and they come first.`
      : `There is no command "${name}"; did you mean ${meant}?`,
  );
}

function parse(name: string, parser: Parser, args: readonly string[]): Command {
  try {
    return parser.parse(args);
  } catch (error) {
    if (!(error instanceof UnknownFlag)) throw error;
    const { flag } = error;
    const others = Object.keys(parsers).filter((other) => Object.hasOwn(parsers[other].flags, flag));
    if (others.length === 0) throw error;
    throw new UnknownFlag(flag, name, [], `: ${others.join(" and ")} ${others.length === 1 ? "has" : "have"} it.`);
  }
}
