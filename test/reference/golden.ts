import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The shared reference: pairs, what the peers' own code returned for them, and which value each score must reproduce. */
const data = join(__dirname, "data");

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(data, file), "utf8"));

export interface ReferencePair {
  readonly name: string;
  readonly task: "binary" | "multiclass" | "instance";
  readonly gt: string;
  readonly pred: string;
}

/** What a peer returned, and which. */
export interface GoldenValue {
  readonly value: number | null | readonly number[];
  readonly source: string;
  /** What the peer said or did on the way: "peer returned nan", "peer raised …". */
  readonly note?: string;
}

export const pairs = readJson("pairs.json") as readonly ReferencePair[];
export const golden = readJson("golden.json") as Readonly<Record<string, Readonly<Record<string, GoldenValue>>>>;
export const scoreIds = readJson("score-ids.json") as Readonly<Record<string, Readonly<Record<string, string>>>>;

export const fileOf = (relative: string): string => join(data, relative);
