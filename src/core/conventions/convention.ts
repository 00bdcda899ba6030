import type { BoundaryEvidence } from "../boundary/evidence.js";
import type { BinaryEvidence, Evidence, EvidenceKind } from "../evidence.js";
import type { Confusion } from "../labels/confusion.js";
import type { ObjectMatches } from "../objects/match.js";
import type { ParameterValues } from "../parameters.js";
import type { Score } from "../score.js";

/** What a library returns: a number, or what it gives where the score is 0/0 or has no distance. */
export type PeerValue = number | "nan" | "inf" | "raises";

/** How one library computes one score. */
export interface Variant {
  /** What sets it apart from the library's own call, such as "smooth=1"; the first variant of a kind has none. */
  readonly name?: string;
  /** Parameters of the score, with the values of this variant. */
  readonly parameters: ParameterValues;
  readonly kinds: readonly EvidenceKind[];
  /** Why it differs from the default definition, in a plain sentence. */
  readonly differs: string;
  /** What the library returns, or null where the evidence lacks what it reads. Values not given take those of `parameters`. */
  evaluate(evidence: Evidence, values?: ParameterValues): PeerValue | null;
  /** The expression that returns it, in terms of `y`, `p` and the convention's prelude. */
  python(values?: ParameterValues): string;
}

/** A library: its scores by id. The first variant that fits the evidence is the library's own. */
export interface Convention {
  readonly title: string;
  /** Name and version that the numbers were checked against. */
  readonly library: string;
  /** Python that comes before the expression of a variant: imports, and `y` and `p` as the library wants them. */
  prelude(kernel: number): string;
  readonly scores: Readonly<Record<string, readonly [Variant, ...Variant[]]>>;
}

/** The parameters of a variant as its formula receives them, with the threshold of the hard mask. */
type Given<P> = { readonly [Id in keyof P]: P[Id] extends number ? number : string } & { readonly threshold: number };

interface Facts<P> {
  readonly name?: string;
  readonly parameters?: P;
  readonly differs: string;
  readonly python: string | ((values: Given<P>) => string);
}

/** A float as the library would hold it (0/0 is NaN, 1/0 infinity), "raises", or null: the evidence lacks it. */
type Result = number | "raises" | null;

type NoParameters = Record<never, never>;

function variant<P extends ParameterValues>(
  { name, parameters, differs, python }: Facts<P>,
  kinds: readonly EvidenceKind[],
  value: (evidence: Evidence, values: Given<P>) => Result,
): Variant {
  const own: ParameterValues = parameters ?? {};
  const resolve = (values: ParameterValues = {}): Given<P> => {
    const entries = Object.entries(own).map(([id, preset]) => [
      id,
      typeof values[id] === typeof preset ? values[id] : preset,
    ]);
    const threshold = typeof values.threshold === "number" ? values.threshold : 0.5;
    // Built from the parameters themselves, which the type of Object.fromEntries cannot express.
    return { threshold, ...Object.fromEntries(entries) } as Given<P>;
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
    python: (values) => (typeof python === "string" ? python : python(resolve(values))),
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
    value: (evidence, values: Given<P>) => (evidence.boundary ? facts.value(evidence.boundary, values) : null),
  });
}

/** A variant for two label maps. */
export function labels(facts: Facts<NoParameters> & { readonly value: (confusion: Confusion) => Result }): Variant {
  return variant(facts, ["labels"], (evidence) =>
    evidence.kind === "labels" ? facts.value(evidence.confusion) : null,
  );
}

/** A variant for objects: of instance maps, or the components of a binary pair. */
export function objects(facts: Facts<NoParameters> & { readonly value: (matches: ObjectMatches) => Result }): Variant {
  return variant(facts, ["binary", "objects"], (evidence) => {
    const matches = evidence.kind === "labels" ? undefined : evidence.objects;
    return matches ? facts.value(matches) : null;
  });
}

/** The library agrees with the default definition, but for what it gives where that is undefined. */
export function asDefault(
  score: Score,
  facts: Facts<NoParameters> & { readonly parameters?: ParameterValues; readonly undefined?: number | "raises" },
): Variant {
  const value = (evidence: Evidence, { threshold }: { readonly threshold: number }): Result =>
    score.evaluate(evidence, { ...facts.parameters, threshold }) ?? facts.undefined ?? Number.NaN;
  if (!score.kinds.includes("binary")) return variant(facts, score.kinds, value);
  return binary({
    ...facts,
    value: (evidence, values) =>
      (score.family === "boundary" && !evidence.boundary) || (score.family === "objects" && !evidence.objects)
        ? null
        : value(evidence, values),
  });
}

/** What to say of a variant that only differs where the default is undefined, or not at all. */
export const same = "As the default.";

/** a / b, or what the library puts in the place of 0/0. */
export function over(numerator: number, denominator: number, otherwise: number): number {
  return denominator === 0 ? otherwise : numerator / denominator;
}
