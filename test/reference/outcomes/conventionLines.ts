import { compareConventions, type PeerValue } from "../../../src/core/conventions/index.js";
import type { Evidence } from "../../../src/core/evidence.js";
import { defaultSettings, type Settings } from "../../../src/core/settings.js";
import { binaryEvidence, labelEvidence, objectEvidence } from "../evidence.js";
import { type GoldenValue, golden, type ReferencePair } from "../golden.js";
import { binaryLines, type Line, labelLines, objectLines } from "./lines.js";
import { agree, type Outcome } from "./outcome.js";

/** Values that no function of a tally can give. */
const exceptions: ReadonlyArray<readonly [pair: string, key: string, reason: string]> = [
  [
    "p05_ragged_256",
    "ece15.torchmetrics_f32",
    "torchmetrics adds 65,536 probabilities to float32 sums one after another: the fifth digit depends on the order of the pixels",
  ],
];

function expectedOf({ value }: GoldenValue, score: string): number | null {
  if (typeof value === "number" || value === null) return value;
  return score === "object_ap" ? value.reduce((sum, entry) => sum + entry, 0) / value.length : value[0];
}

/** nan, inf and a raised exception are null in the reference; its note says which. */
function isReproduced(actual: PeerValue | null, expected: number | null, { source, note }: GoldenValue): boolean {
  if (typeof actual === "number" && expected !== null) return agree(actual, expected, source);
  if (expected !== null || actual === null || typeof actual === "number") return false;
  const told = /peer (?:returned (nan|inf)|(raised))/.exec(note ?? "");
  return told === null || (told[1] ?? "raises") === actual;
}

function outcomesOf(pair: string, evidence: Evidence, lines: readonly Line[]): Outcome[] {
  return lines.flatMap(([preset, score, key, variant]): Outcome[] => {
    const reference: GoldenValue | undefined = golden[pair][key];
    if (reference === undefined) return [];
    const line = compareConventions(evidence, defaultSettings, score).find(
      (candidate) => candidate.preset === preset && candidate.variant === variant,
    );
    const expected = expectedOf(reference, score);
    const facts = {
      group: "conventions",
      pair,
      what: [score, "of", preset, ...(variant === undefined ? [] : [variant])].join(" "),
      key,
      actual: line?.value,
      expected,
      source: [reference.source, reference.note ?? []].flat().join(", "),
    } as const;
    if (line && isReproduced(line.value, expected, reference)) return [{ ...facts, verdict: "reproduced" }];
    const reason = exceptions.find(([name, other]) => name === pair && other === key)?.[2];
    return [reason === undefined ? { ...facts, verdict: "wrong" } : { ...facts, verdict: "stated", reason }];
  });
}

/** Every convention of a pair that the reference has a value for. */
export function conventionOutcomes({ name, task }: ReferencePair): Outcome[] {
  if (task === "multiclass") return outcomesOf(name, labelEvidence(), labelLines);
  if (task === "instance") return outcomesOf(name, objectEvidence(), objectLines);
  return ([50, 41] as const).flatMap((kernel) => {
    const settings: Settings = { ...defaultSettings, kernel, compare: true };
    const lines = binaryLines.filter(([, , , , at = 50]) => at === kernel);
    return outcomesOf(name, binaryEvidence(name, settings), lines);
  });
}
