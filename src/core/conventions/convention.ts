import { type BoundaryEvidence, wholeBoundary } from "../boundary/evidence.js";
import type { Spacing } from "../boundary/spacing.js";
import type { BinaryEvidence, Evidence, EvidenceKind, LabelEvidence } from "../evidence.js";
import type { ObjectMatches } from "../objects/match.js";
import type { ParameterValues } from "../parameters.js";
import type { Score } from "../score.js";

/** What a library returns: a number, or what it gives where the score is 0/0 or has no distance. */
export type PeerValue = number | "nan" | "inf" | "raises";

/** How one library computes one score. */
export interface Variant {
  /**
   * What sets it apart from the library's own call, such as "smooth=1"; the first variant of a kind has none. A parameter
   * that the name gives a value stays at it.
   */
  readonly name?: string;
  /** Parameters of the score, with the values of this variant. */
  readonly parameters: ParameterValues;
  readonly kinds: readonly EvidenceKind[];
  /** Why it differs from the default definition, in a plain sentence. */
  readonly differs: string;
  /** What the library returns, or null where the evidence lacks what it reads. Values not given take those of `parameters`. */
  evaluate(evidence: Evidence, values?: ParameterValues): PeerValue | null;
  /** The expression that returns it, in terms of `y`, `p` and the convention's prelude. */
  python(values: ParameterValues, call: CallFacts): string;
  /** What it needs instead of the convention's prelude. */
  prelude?(call: CallFacts): string;
}

/** What a call is written with beside the parameters of its score. */
export interface CallFacts {
  readonly kind: EvidenceKind;
  /** Side of the boundary-weight window, pixels. */
  readonly kernel: number;
  /** Size of a pixel, x then y. */
  readonly spacing: Spacing;
}

/** A library: its scores by id. The first variant that fits the evidence is the library's own. */
export interface Convention {
  readonly title: string;
  /** Name and version that the numbers were checked against. */
  readonly library: string;
  /** Python that comes before the expression of a variant: imports, and `y` and `p` as the library wants them. */
  prelude(call: CallFacts): string;
  readonly scores: Readonly<Record<string, readonly [Variant, ...Variant[]]>>;
}

/** The parameters of a variant as its formula receives them; with the threshold of the hard mask, and the IoU of a match. */
type Given<P> = { readonly [Id in keyof P]: P[Id] extends number ? number : string } & {
  readonly threshold: number;
  readonly iou: number;
};

interface Facts<P> {
  readonly name?: string;
  readonly parameters?: P;
  readonly differs: string;
  readonly python: string | ((values: Given<P>, call: CallFacts) => string);
  readonly prelude?: (call: CallFacts) => string;
}

/** A float as the library would hold it (0/0 is NaN, 1/0 infinity), "raises", or null: the evidence lacks it. */
type Result = number | "raises" | null;

type NoParameters = Record<never, never>;

function variant<P extends ParameterValues>(
  { name, parameters, differs, python, prelude }: Facts<P>,
  kinds: readonly EvidenceKind[],
  value: (evidence: Evidence, values: Given<P>) => Result,
): Variant {
  const own: ParameterValues = parameters ?? {};
  const isFixed = (id: string) => name?.includes(`${id}=`) ?? false;
  const resolve = (values: ParameterValues = {}): Given<P> => {
    const entries = Object.entries(own).map(([id, preset]) => [
      id,
      typeof values[id] === typeof preset && !isFixed(id) ? values[id] : preset,
    ]);
    const half = (value: ParameterValues[string] | undefined) => (typeof value === "number" ? value : 0.5);
    const shared = { threshold: half(values.threshold), iou: half(values.iou) };
    // Built from the parameters themselves, which the type of Object.fromEntries cannot express.
    return { ...shared, ...Object.fromEntries(entries) } as Given<P>;
  };
  return {
    ...(name !== undefined && { name }),
    parameters: own,
    kinds,
    differs,
    evaluate(evidence, values) {
      const result = value(evidence, resolve(values));
      if (typeof result !== "number") return result;
      return Number.isNaN(result) ? "nan" : Number.isFinite(result) ? result : "inf";
    },
    ...(prelude && { prelude }),
    python: (values, call) => (typeof python === "string" ? python : python(resolve(values), call)),
  };
}

/** A variant for a probability mask against a binary truth. */
export function binary<const P extends ParameterValues = NoParameters>(
  facts: Facts<P> & { readonly value: (evidence: BinaryEvidence, values: Given<P>) => Result },
): Variant {
  return variant(facts, ["binary"], (evidence, values) =>
    evidence.kind === "binary" ? facts.value(evidence, values) : null,
  );
}

/** A variant of surfaces and bands. */
export function boundary<const P extends ParameterValues = NoParameters>(
  facts: Facts<P> & { readonly value: (boundary: BoundaryEvidence, values: Given<P>) => Result },
): Variant {
  return binary({
    ...facts,
    value: (evidence, values: Given<P>) => {
      const whole = wholeBoundary(evidence.boundary);
      return whole && facts.value(whole, values);
    },
  });
}

/** A variant for two label maps. */
export function labels<const P extends ParameterValues = NoParameters>(
  facts: Facts<P> & { readonly value: (evidence: LabelEvidence, values: Given<P>) => Result },
): Variant {
  return variant(facts, ["labels"], (evidence, values) =>
    evidence.kind === "labels" ? facts.value(evidence, values) : null,
  );
}

/** A variant for objects: of instance maps, or the components of a binary pair. */
export function objects(
  facts: Facts<NoParameters> & { readonly value: (matches: ObjectMatches, iou: number) => Result },
): Variant {
  return variant(facts, ["binary", "objects"], (evidence, { iou }) => {
    const matches = evidence.kind === "labels" ? undefined : evidence.objects;
    return matches ? facts.value(matches, iou) : null;
  });
}

/** The library agrees with the default definition, but for what it gives where that is undefined. */
export function asDefault<const P extends ParameterValues = NoParameters>(
  score: Score,
  facts: Facts<P> & { readonly undefined?: number | "raises" },
): Variant {
  const value = (evidence: Evidence, values: ParameterValues): Result =>
    score.evaluate(evidence, values) ?? facts.undefined ?? Number.NaN;
  if (!score.kinds.includes("binary")) return variant(facts, score.kinds, value);
  return binary({
    ...facts,
    value: (evidence, values) =>
      (score.family === "boundary" && !wholeBoundary(evidence.boundary)) ||
      (score.family === "objects" && !evidence.objects)
        ? null
        : value(evidence, values),
  });
}

/** The size of a pixel as an argument, rows before columns as NumPy has its axes; nothing where it is 1 x 1. */
export function pixelSize({ spacing: [x, y] }: CallFacts, argument: (size: string) => string): string {
  return x === 1 && y === 1 ? "" : argument(`${y}, ${x}`);
}

/** What to say of a variant that only differs where the default is undefined, or not at all. */
export const same = "As the default.";

/** a / b, or what the library puts in the place of 0/0. */
export function over(numerator: number, denominator: number, otherwise: number): number {
  return denominator === 0 ? otherwise : numerator / denominator;
}
