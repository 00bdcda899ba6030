import type { BinaryEvidence, Evidence, EvidenceKind, LabelEvidence, ObjectEvidence } from "./evidence.js";
import type { EvidencePart } from "./evidencePart.js";
import { admit, type Parameter, type ParameterValues, type ValuesOf } from "./parameters.js";
import type { Shares } from "./shares.js";

/** What a score is computed from, hence what it costs: `--scores` chooses by it. */
export type Family = "pixel" | "boundary" | "objects";

export const families: readonly Family[] = ["pixel", "boundary", "objects"];

export type Sharing = "sum" | "coupled" | "proportion";

/** Facts about a score, for people: the screen, the README and the exported files all print these. */
export interface ScoreFacts {
  /** The public id: CSV column, JSON key, setting. Never changes. */
  readonly id: string;
  readonly title: string;
  readonly group: "losses" | "metrics" | "objects";
  /** TeX. */
  readonly formula: string;
  /** Paper, library or text that the default definition follows. */
  readonly source: string;
  readonly better: "lower" | "higher";
  readonly range: readonly [minimum: number, maximum: number];
  /** What it gives on empty masks, in words. */
  readonly empty: string;
  readonly family: Family;
  /** What it reads beside the plain tally. */
  readonly reads?: EvidencePart;
  /**
   * How its shares by pixel come about: `sum`, the score is a sum over pixels of what each of them costs by itself;
   * `coupled`, it is a sum too, but all pixels together decide what each of them costs, by a common divisor or their
   * order; `proportion`, it is a function of such a sum, and is divided in proportion to the terms.
   */
  readonly sharing?: Sharing;
}

/** Beside the name of a score in a table: higher or lower is better. */
export function arrowOf({ better }: Pick<ScoreFacts, "better">): "↑" | "↓" {
  return better === "higher" ? "↑" : "↓";
}

/** A score: facts, parameters and the function of the evidence. */
export interface Score extends ScoreFacts {
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The kinds of evidence that it is defined for. */
  readonly kinds: readonly EvidenceKind[];
  /** The score, or null where it is undefined or the evidence lacks what it reads. Parameters not given take their defaults. */
  evaluate(evidence: Evidence, values?: ParameterValues): number | null;
  /** The same as a function of the evidence: the values are admitted once, for many pairs. */
  bind(values?: ParameterValues): (evidence: Evidence) => number | null;
  /** Per-pixel shares that add up to the score, or null where it has none. */
  shares(evidence: BinaryEvidence, values?: ParameterValues): Shares | null;
  /** d score / d p of each pixel, in the form of shares; null where it has none. It does not add up to anything. */
  gradient(evidence: BinaryEvidence, values?: ParameterValues): Shares | null;
  readonly hasGradient: boolean;
}

type Specs = Readonly<Record<string, Parameter>>;

/** The function of each kind of evidence that the score is defined for. */
interface Functions<Of extends Specs> {
  readonly value?: (evidence: BinaryEvidence, values: ValuesOf<Of>) => number | null;
  readonly ofLabels?: (evidence: LabelEvidence, values: ValuesOf<Of>) => number | null;
  readonly ofObjects?: (evidence: ObjectEvidence, values: ValuesOf<Of>) => number | null;
  readonly pixelShares?: (evidence: BinaryEvidence, values: ValuesOf<Of>) => Shares | null;
  readonly pixelGradient?: (evidence: BinaryEvidence, values: ValuesOf<Of>) => Shares | null;
}

type Definition<Of extends Specs> = ScoreFacts & Functions<Of> & { readonly parameters: Of };

/** Wraps a typed definition: values are admitted once, here, and undefined results become null. */
export function defineScore<const Of extends Specs>(definition: Definition<Of>): Score {
  const { value, ofLabels, ofObjects, pixelShares, pixelGradient, ...facts } = definition;
  const resolve = (values: ParameterValues = {}): ValuesOf<Of> => {
    const entries = Object.entries(definition.parameters).map(([id, spec]) => [id, admit(spec, values[id])]);
    // The entries are built from the specs themselves, which the type of Object.fromEntries cannot express.
    return Object.fromEntries(entries) as ValuesOf<Of>;
  };
  const compute = (evidence: Evidence, values: ValuesOf<Of>): number | null => {
    if (evidence.kind === "binary") return value?.(evidence, values) ?? null;
    if (evidence.kind === "labels") return ofLabels?.(evidence, values) ?? null;
    return ofObjects?.(evidence, values) ?? null;
  };
  const bind = (values?: ParameterValues) => {
    const resolved = resolve(values);
    return (evidence: Evidence) => {
      const result = compute(evidence, resolved);
      return result === null || Number.isNaN(result) ? null : result;
    };
  };
  return {
    ...facts,
    kinds: [
      ...(value ? (["binary"] as const) : []),
      ...(ofLabels ? (["labels"] as const) : []),
      ...(ofObjects ? (["objects"] as const) : []),
    ],
    bind,
    evaluate: (evidence, values) => bind(values)(evidence),
    shares(evidence, values) {
      return pixelShares ? pixelShares(evidence, resolve(values)) : null;
    },
    gradient(evidence, values) {
      return pixelGradient ? pixelGradient(evidence, resolve(values)) : null;
    },
    hasGradient: pixelGradient !== undefined,
  };
}

/** a / b, null where b is 0. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
