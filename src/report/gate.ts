const operators = {
  "<=": (a: number, b: number) => a <= b,
  ">=": (a: number, b: number) => a >= b,
  "<": (a: number, b: number) => a < b,
  ">": (a: number, b: number) => a > b,
} as const;

/** What a gate may look at: a count, or one figure of a score. */
const figures = ["mean", "micro", "worst", "delta", "losses", "wins"] as const;
const counts = ["failures", "unmatched"] as const;
export type Figure = (typeof figures)[number];
export type Count = (typeof counts)[number];

/** A condition under which a run counts as failed, such as `iou<0.8`. */
export interface Gate {
  /** As it was written. */
  readonly text: string;
  /** Its figure, as it was written. */
  readonly name: string;
  readonly what: { readonly count: Count } | { readonly figure: Figure; readonly score: string };
  readonly operator: keyof typeof operators;
  readonly limit: number;
}

/** @returns null for text that is no gate; whether there is such a score is for the caller to look up. */
export function parseGate(text: string): Gate | null {
  const found = /^\s*(?:(\w+)\.)?(\w+)\s*(<=|>=|<|>)\s*(\S+)\s*$/.exec(text);
  if (!found) return null;
  const [, prefix, name, operator, number] = found;
  const limit = Number(number);
  const figureName = prefix === undefined ? name : `${prefix}.${name}`;
  const rest = { text: text.trim(), name: figureName, operator: operator as Gate["operator"], limit };
  if (Number.isNaN(limit)) return null;
  const count = counts.find((known) => known === name);
  if (count && prefix === undefined) return { ...rest, what: { count } };
  const figure = figures.find((known) => known === (prefix ?? "mean"));
  return figure ? { ...rest, what: { figure, score: name } } : null;
}

/** Whether the condition holds, so that the run fails; an undefined figure has not shown that it passes. */
export function isHit({ operator, limit }: Gate, value: number | null): boolean {
  return value === null || operators[operator](value, limit);
}
