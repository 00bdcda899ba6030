import { parseArgs } from "node:util";
import { catalogue } from "../../core/catalogue.js";
import { nearest } from "../../core/nearest.js";

/** Arguments that make no sense; the message says which and what would. */
export class UsageError extends Error {
  constructor(
    message: string,
    /** Whose help tells more, where it is known. */
    readonly command?: string,
  ) {
    super(message);
  }
}

/** What to say of a score that there is not. */
export function noScore(name: string): string {
  const meant = nearest(
    name,
    catalogue.map(({ id }) => id),
  );
  return `there is no score ${name}${meant === undefined ? "." : `; did you mean ${meant}?`}`;
}

export type Flags = Readonly<Record<string, { readonly type: "string" | "boolean"; readonly multiple?: boolean }>>;

/** A flag that takes a text. */
export const text = { type: "string" } as const;

/** Splits arguments into flags and positionals. @throws UsageError for a flag that is not among `options`. */
export function split<const Options extends Flags>(command: string, args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, flag] = /^Unknown option '--?([^']*)'/.exec(message) ?? [];
    throw flag === undefined ? new UsageError(message, command) : new UnknownFlag(flag, command, Object.keys(options));
  }
}

/** A flag that a command does not have. */
export class UnknownFlag extends UsageError {
  constructor(
    readonly flag: string,
    command: string,
    known: readonly string[],
    /** What else to say of it. */
    hint = didYouMean(flag, known),
  ) {
    super(`${command} has no flag ${flag.length > 1 ? "--" : "-"}${flag}${hint}`, command);
  }
}

/** What was most likely meant: a flag that differs in a letter or two, or is longer, or shorter by whole words. */
function didYouMean(flag: string, known: readonly string[]): string {
  const longer = known.filter((name) => flag.length > 1 && name.startsWith(flag));
  const shorter = known.filter((name) => flag.startsWith(`${name}-`));
  const [meant] = [nearest(flag, known), ...longer, ...shorter].filter((name) => name !== undefined);
  return meant === undefined ? "." : `; did you mean --${meant}?`;
}

export const isWhole = (n: number) => Number.isInteger(n) && n >= 0;
export const isPositiveInteger = (n: number) => Number.isInteger(n) && n >= 1;

export function numberOf(
  flag: string,
  text: string | undefined,
  otherwise: number,
  allowed: (n: number) => boolean,
  what: string,
): number {
  if (text === undefined) return otherwise;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!allowed(value)) throw new UsageError(`${flag} takes ${what}, not "${text}".`);
  return value;
}

export function oneOf<Choice extends string>(
  flag: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (value === undefined) return choices[0];
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${flag} takes ${choices.join(", ")}, not "${value}".`);
  return found;
}
