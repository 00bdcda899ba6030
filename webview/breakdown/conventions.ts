import {
  type ComparedValue,
  compareConventions,
  conventions,
  isLibrary,
  type PeerValue,
  type PresetName,
  type SharedValues,
} from "../../src/core/conventions/index.js";
import { callReturning } from "../../src/core/conventions/python.js";
import type { BinaryEvidence } from "../../src/core/evidence.js";
import type { Settings } from "../../src/core/settings.js";

/** How a convention stands to the value it is compared with: it is its own, another, the same, or none yet. */
export type Relation = "reference" | "differs" | "same" | "unknown";

export interface ComparedLine {
  readonly line: ComparedValue;
  readonly relation: Relation;
}

/** All conventions of one score, against the value shown. */
export interface Comparison {
  /** The reference first, then those that differ, the farthest first. */
  readonly lines: readonly ComparedLine[];
  /** Calls of libraries that return a value, and how many of these differ. */
  readonly known: number;
  readonly differing: number;
  /** A library's call that returns the value shown. */
  readonly call: ComparedValue | undefined;
}

const order: readonly Relation[] = ["reference", "differs", "same", "unknown"];

/** @param shown the value on screen, with parameters turned by hand, if any. */
export function compare(
  evidence: BinaryEvidence,
  settings: SharedValues & Pick<Settings, "preset">,
  scoreId: string,
  shown: PeerValue | null,
): Comparison {
  return compareLines(compareConventions(evidence, settings, scoreId), settings.preset, shown);
}

/** @param all the conventions of a score. @param chosen the preset whose value is on screen. */
export function compareLines(all: readonly ComparedValue[], chosen: PresetName, shown: PeerValue | null): Comparison {
  const isOwn = ({ preset, variant }: ComparedValue) => preset === chosen && variant === undefined;
  const lines = all.map((line): ComparedLine => {
    const { value, python } = line;
    if (value === null && python !== null) return { line, relation: "unknown" };
    if (!agree(value, shown)) return { line, relation: "differs" };
    return { line, relation: isOwn(line) ? "reference" : "same" };
  });
  const known = lines.filter(({ line, relation }) => line.python !== null && relation !== "unknown");
  return {
    lines: lines.sort(
      (a, b) =>
        order.indexOf(a.relation) - order.indexOf(b.relation) ||
        (a.relation === "differs" ? distance(b.line.value, shown) - distance(a.line.value, shown) : 0),
    ),
    known: known.length,
    differing: known.filter(({ relation }) => relation === "differs").length,
    call:
      all.find((line) => isOwn(line) && line.python !== null && agree(line.value, shown)) ?? callReturning(shown, all),
  };
}

/** Equal to six digits, as printed numbers are compared; nan is what libraries give where ours is undefined. */
function agree(a: PeerValue | null, b: PeerValue | null): boolean {
  if (typeof a === "number" && typeof b === "number") return distance(a, b) <= 1e-6;
  return (a ?? "nan") === (b ?? "nan");
}

/** Relative, in [0, 2]; what is no number is farther than any number. */
function distance(a: PeerValue | null, b: PeerValue | null): number {
  if (typeof a !== "number" || typeof b !== "number") return Number.POSITIVE_INFINITY;
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** A preset by the name of its library, and what that is. */
export function presetLabel(preset: PresetName): { readonly title: string; readonly library: string } {
  if (isLibrary(preset)) return conventions[preset];
  return preset === "default"
    ? { title: "Default", library: "Mask Inspector" }
    : { title: "Seed", library: "Mask Inspector" };
}

/**
 * Whether any convention of a score reads what is only gathered for comparisons. Such a convention gives nothing
 * without it, and a value, or at least "nan", with it.
 */
export function readsPeers(evidence: BinaryEvidence, settings: Settings, scoreId: string): boolean {
  const { peers: _, ...plain } = evidence;
  return compareConventions(plain, settings, scoreId).some(({ python, value }) => python !== null && value === null);
}
