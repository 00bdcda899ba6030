import { nearest } from "../core/nearest.js";
import { type CompareCommand, compareFlags, parseCompare } from "./arguments/compare.js";
import { parseReport, type ReportCommand, reportFlags } from "./arguments/report.js";
import { parseScore, type ScoreCommand, scoreFlags } from "./arguments/score.js";
import { type Flags, UnknownFlag, UsageError } from "./arguments/values.js";
import type { CommandName } from "./help/flags.js";

export type Command = ScoreCommand | CompareCommand | ReportCommand;

interface Parser {
  readonly flags: Flags;
  parse(args: readonly string[]): Command;
}

const parsers: Readonly<Record<CommandName, Parser>> = {
  score: { flags: scoreFlags, parse: parseScore },
  report: { flags: reportFlags, parse: parseReport },
  compare: { flags: compareFlags, parse: parseCompare },
};

/** Help, of one command where its name comes first. */
export interface HelpWish {
  readonly command: "help";
  readonly of?: CommandName;
}

/** The command comes first. @throws UsageError */
export function parseCommand([name, ...args]: readonly string[]): Command | HelpWish | "version" {
  if (name === "version" || [name, ...args].includes("--version")) return "version";
  if (name === undefined || [name, ...args].some((arg) => arg === "--help" || arg === "-h")) return helpOf(name);
  if (name === "help") return helpOf(args[0]);
  if (isCommand(name)) return parse(name, args);
  const known = Object.keys(parsers);
  const meant = nearest(name, known);
  throw new UsageError(
    meant === undefined
      ? `There is no command "${name}"; the commands are ${known.join(", ")}, and they come first.`
      : `There is no command "${name}"; did you mean ${meant}?`,
  );
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(parsers, name);

const helpOf = (name = ""): HelpWish => ({ command: "help", ...(isCommand(name) && { of: name }) });

function parse(name: CommandName, args: readonly string[]): Command {
  try {
    return parsers[name].parse(args);
  } catch (error) {
    if (!(error instanceof UnknownFlag)) throw error;
    const { flag } = error;
    const others = Object.entries(parsers).flatMap(([other, { flags }]) => (Object.hasOwn(flags, flag) ? [other] : []));
    if (others.length === 0) throw error;
    throw new UnknownFlag(flag, name, [], `: ${others.join(" and ")} ${others.length === 1 ? "has" : "have"} it.`);
  }
}
