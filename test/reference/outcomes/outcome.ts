import type { GoldenValue } from "../golden.js";

export const groups = {
  binary: "Default definitions, binary masks",
  maps: "Default definitions, label and instance maps",
  conventions: "Conventions of libraries",
  steps: "Steps on the way: decoding, weights, bands, counts, values by class and by threshold",
} as const;

/** One reference value beside what this project gives. */
export interface Outcome {
  readonly group: keyof typeof groups;
  readonly pair: string;
  /** A score, or the convention of one. */
  readonly what: string;
  /** Its name among the reference values. */
  readonly key: string;
  readonly actual: unknown;
  readonly expected: GoldenValue["value"];
  readonly source: string;
  readonly verdict: "reproduced" | "stated" | "wrong";
  /** Why it differs, where that is stated. */
  readonly reason?: string;
}

/** Peers that worked in float32: 1e-5 relative, else 1e-6. */
const singlePrecision =
  /MONAI|segmentation_models|keras|torchmetrics|TensorFlow|MetricsReloaded|unchanged|cellpose|torch 1/i;

/** Whether two values, or lists of values, are the same within the precision that the peer worked in. */
export function agree(actual: unknown, expected: GoldenValue["value"] | readonly unknown[], source: string): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((value, i) => agree(actual[i], value, source))
    );
  }
  if (actual === null || typeof expected !== "number") return actual === expected;
  const relative = singlePrecision.test(source) ? 1e-5 : 1e-6;
  return Math.abs(Number(actual) - expected) <= relative * Math.max(1e-6, Math.abs(expected));
}

/** The outcomes that are wrong, in words, for a test to compare with none. */
export function faults(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter(({ verdict }) => verdict === "wrong")
    .map(
      ({ pair, what, key, source, actual, expected }) =>
        `${pair} ${what} (${key}, ${source}): ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`,
    );
}
