import type { BinaryEvidence, Evidence } from "../core/evidence.js";
import { isRecord } from "./readSettings.js";

const arrays = { Float64Array, Uint32Array, Int32Array, Uint16Array, Uint8Array } as const;
type ArrayName = keyof typeof arrays;
type Numbers = InstanceType<(typeof arrays)[ArrayName]>;

/**
 * Numbers as JSON has them. Where most are 0, as in the tally of a hard mask, `at` says where those stand that are not;
 * `range` stands for 0, 1, 2 … up to it.
 */
type PlainNumbers =
  | { readonly array: ArrayName; readonly range: number }
  | { readonly array: ArrayName; readonly values: readonly number[] }
  | {
      readonly array: ArrayName;
      readonly length: number;
      readonly at: readonly number[];
      readonly values: readonly number[];
    };

/** What a pair is scored again from under other settings, as JSON has it. Undefined for pairs that have no tally. */
export function plainTallies(evidence: Evidence): unknown {
  if (evidence.kind !== "binary") return undefined;
  const { kind, pixels, weighted, objects } = evidence;
  return plain({ kind, pixels, ...(weighted && { weighted }), ...(objects && { objects }) });
}

/** The same from JSON; undefined for what is none. */
export function talliesFrom(value: unknown): BinaryEvidence | undefined {
  try {
    const evidence: unknown = live(value);
    if (!isRecord(evidence) || evidence.kind !== "binary" || !isTally(evidence.pixels)) return undefined;
    if (evidence.weighted !== undefined && !isTally(evidence.weighted)) return undefined;
    // Its tallies are tallies, and what else there is was made of arrays and numbers by plainTallies.
    return evidence as unknown as BinaryEvidence;
  } catch {
    return undefined;
  }
}

function plain(value: unknown): unknown {
  const name = (Object.keys(arrays) as ArrayName[]).find((known) => value instanceof arrays[known]);
  if (name) return plainNumbers(name, value as Numbers);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function plainNumbers(array: ArrayName, numbers: Numbers): PlainNumbers {
  const { length } = numbers;
  if (length > 1 && numbers.every((value, i) => value === i)) return { array, range: length };
  const at = Array.from(numbers.keys()).filter((i) => numbers[i] !== 0);
  if (2 * at.length >= length) return { array, values: Array.from(numbers) };
  return { array, length, at, values: at.map((i) => numbers[i]) };
}

function live(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { array } = value;
  if (typeof array === "string" && Object.hasOwn(arrays, array)) return liveNumbers(value as PlainNumbers);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, live(inner)]));
}

function liveNumbers(plainOnes: PlainNumbers): Numbers {
  const kind = arrays[plainOnes.array];
  if ("range" in plainOnes) return new kind(Array.from({ length: plainOnes.range }, (_, i) => i));
  if (!("at" in plainOnes)) return kind.from(plainOnes.values);
  const numbers = new kind(plainOnes.length);
  for (const [i, at] of plainOnes.at.entries()) numbers[at] = plainOnes.values[i];
  return numbers;
}

function isTally(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { levels, maximum, negatives, positives } = value;
  const lists = [levels, negatives, positives];
  return (
    typeof maximum === "number" &&
    lists.every((list) => list instanceof Float64Array && list.length === (levels as Float64Array).length)
  );
}
