import type { ParameterValues } from "./parameters.js";

/** A named convention: parameter values by score id, laid over the defaults. */
export type Preset = Readonly<Record<string, ParameterValues>>;

const seedFocal: ParameterValues = { gamma: 0.75, alpha: 0.25, epsilon: 1e-3, reduction: "sum", residue: "seed" };

/** Presets by name; `default` is the catalogue as it stands. */
export const presets = {
  default: {},
  /** The printed parameters of the text this project began from, its bugs mended. */
  seed: { focal: seedFocal, focal_log_dice: { ...seedFocal, mix: 1 } },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly PresetName[];

export function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(presets, name);
}
