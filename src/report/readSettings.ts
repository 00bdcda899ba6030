import { isScoreId } from "../core/catalogue.js";
import { isPresetName } from "../core/conventions/index.js";
import { families } from "../core/score.js";
import { defaultSettings, type EmptyPolicy, type MaskKind, type Settings } from "../core/settings.js";

const kinds: readonly unknown[] = ["auto", "binary", "labels", "objects"] satisfies MaskKind[];
const policies: readonly unknown[] = ["exclude", "one", "zero"] satisfies EmptyPolicy[];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Settings as a file of scores holds them; undefined where they are none that this version knows. */
export function readSettings(value: unknown): Settings | undefined {
  if (!isRecord(value)) return undefined;
  const known = { ...defaultSettings, ...value };
  const isKnown =
    isPresetName(String(known.preset)) &&
    isFraction(known.threshold) &&
    typeof known.kernel === "number" &&
    (known.ignore === null || typeof known.ignore === "number") &&
    kinds.includes(known.kind) &&
    policies.includes(known.emptyPolicy) &&
    Array.isArray(known.families) &&
    known.families.every((family) => families.includes(family)) &&
    (known.scores === undefined || (Array.isArray(known.scores) && known.scores.every(isScoreId)));
  return isKnown ? known : undefined;
}

function isFraction(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}
