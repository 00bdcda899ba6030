import type { Spacing } from "../../core/boundary/spacing.js";
import { isPresetName } from "../../core/conventions/index.js";
import { admit, kernel, threshold } from "../../core/parameters.js";
import { defaultSettings, type EmptyPolicy, type MaskKind, type Settings } from "../../core/settings.js";

const kinds: readonly MaskKind[] = ["auto", "binary", "labels", "objects"];
const policies: readonly EmptyPolicy[] = ["exclude", "one", "zero"];

/**
 * Settings as a person wrote them into settings.json, where anything may stand: what cannot be used becomes its default.
 * @param get value of a setting of `maskInspector`, by its last name.
 */
export function settingsFrom(get: (name: string) => unknown): Settings {
  const preset = get("preset");
  const ignore = get("ignoreId");
  const spacing = spacingFrom(get("spacing"));
  const kind = kinds.find((name) => name === get("kind"));
  const policy = policies.find((name) => name === get("emptyPolicy"));
  return {
    ...defaultSettings,
    preset: typeof preset === "string" && isPresetName(preset) ? preset : defaultSettings.preset,
    threshold: Number(admit(threshold, asNumber(get("threshold")))),
    kernel: Math.round(Number(admit(kernel, asNumber(get("kernel"))))),
    ignore: typeof ignore === "number" && Number.isInteger(ignore) && ignore >= 0 ? ignore : null,
    kind: kind ?? defaultSettings.kind,
    emptyPolicy: policy ?? defaultSettings.emptyPolicy,
    ...(spacing && { spacing }),
  };
}

/** Sizes of a pixel; undefined for square pixels of 1, which are the default, and for what is no pair of sizes. */
function spacingFrom(value: unknown): Spacing | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [x, y]: unknown[] = value;
  const isSize = (size: unknown): size is number => typeof size === "number" && Number.isFinite(size) && size > 0;
  return isSize(x) && isSize(y) && (x !== 1 || y !== 1) ? [x, y] : undefined;
}

/** The strings of a list setting; anything else in it is passed over. */
export function stringsFrom(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string" && entry !== "") : [];
}

/** Worker threads to start; undefined where none are asked for: one a core. */
export function workersFrom(value: unknown): number | undefined {
  return typeof value === "number" && value >= 1 ? Math.floor(value) : undefined;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
