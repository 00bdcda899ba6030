import type { ParameterValues } from "../parameters.js";

/** Parameter values by score id, laid over the defaults. */
export type Preset = Readonly<Record<string, ParameterValues>>;

const seedFocal: ParameterValues = { gamma: 0.75, alpha: 0.25, epsilon: 1e-3, reduction: "sum", residue: "seed" };

/** Presets that only set parameters. */
export const parameterPresets = {
  /** The catalogue as it stands. */
  default: {},
  /** The printed parameters of the text this project began from, its bugs mended. */
  seed: { focal: seedFocal, focal_log_dice: { ...seedFocal, mix: 1 } },
} as const satisfies Record<string, Preset>;
