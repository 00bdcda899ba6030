import { type Preset, type PresetName, presets, type SharedValues } from "./conventions/index.js";
import type { LabelClass } from "./labels/classes.js";
import type { ParameterValues } from "./parameters.js";
import type { Family, Score } from "./score.js";

/** What the summary does with a score that is undefined on an image. */
export type EmptyPolicy = "exclude" | "one" | "zero";

/** What the masks hold; `auto` decides by the values of the files. */
export type MaskKind = "auto" | "binary" | "labels" | "objects";

/** Everything that decides a number, beside the pixels. */
export interface Settings extends SharedValues {
  readonly preset: PresetName;
  /** Truth value that is left out of every sum, or null. */
  readonly ignore: number | null;
  readonly kind: MaskKind;
  /** Classes of label maps; those that a pair holds where not given. */
  readonly classes?: readonly LabelClass[];
  readonly emptyPolicy: EmptyPolicy;
  /** Which scores to compute. */
  readonly families: readonly Family[];
  /** Ids of scores to compute beside those of the families, in catalogue order. */
  readonly scores?: readonly string[];
  /** Gather as well what only other libraries' conventions need; a library's preset does so by itself. */
  readonly compare?: boolean;
  /** Say as well what is wrong with each pair of binary masks. */
  readonly diagnose?: boolean;
  /** Write the tallies of each pair as well: what it takes to score it again under other settings. */
  readonly tallies?: boolean;
}

export const defaultSettings: Settings = {
  preset: "default",
  threshold: 0.5,
  kernel: 50,
  ignore: null,
  kind: "auto",
  emptyPolicy: "exclude",
  families: ["pixel", "boundary", "objects"],
};

/** The parameter values of one score: shared settings, then the preset, then values turned by hand. */
export function valuesFor(score: Score, settings: Settings): ParameterValues {
  const preset: Preset = presets[settings.preset];
  return {
    threshold: settings.threshold,
    kernel: settings.kernel,
    ...(settings.matchIou !== undefined && { iou: settings.matchIou }),
    ...preset[score.id],
    ...settings.overrides?.[score.id],
  };
}
