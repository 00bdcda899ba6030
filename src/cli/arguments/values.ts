import { parseArgs } from "node:util";

/** Arguments that make no sense; the message says which and what would. */
export class UsageError extends Error {}

export type Flags = Readonly<Record<string, { readonly type: "string" | "boolean"; readonly multiple?: boolean }>>;

/** A flag that takes a text. */
export const text = { type: "string" } as const;

/** Splits arguments into flags and positionals. @throws UsageError for a flag that is not among `options`. */
export function split<const Options extends Flags>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
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
