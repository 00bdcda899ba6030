import { isPresetName, presetNames } from "../../core/conventions/index.js";
import { kernel } from "../../core/parameters.js";
import { defaultSettings, type EmptyPolicy, type MaskKind, type Settings } from "../../core/settings.js";
import { chosenBy } from "./chosen.js";
import { overridesOf } from "./overrides.js";
import { isPositiveInteger, isWhole, numberOf, oneOf, text, UsageError } from "./values.js";

/** How pairs are scored: the same flags for every command. */
export interface Scoring {
  /** Without classes: these are in the file. */
  readonly settings: Settings;
  /** The file that lists the classes of label maps. */
  readonly classes?: string;
  readonly jobs?: number;
  /** The folder of the cache. */
  readonly cache?: string;
  /** Say what took how long. */
  readonly timings?: boolean;
}

export const scoringFlags = {
  preset: text,
  threshold: text,
  kernel: text,
  ignore: text,
  classes: text,
  iou: text,
  kind: text,
  spacing: text,
  scores: text,
  empty: text,
  set: { ...text, multiple: true },
  jobs: text,
  diagnose: { type: "boolean" },
  tallies: { type: "boolean" },
  cache: text,
  timings: { type: "boolean" },
} as const;

type Values = {
  readonly [Flag in keyof typeof scoringFlags]?:
    | (Flag extends "set" ? string[] : Flag extends "diagnose" | "tallies" | "timings" ? boolean : string)
    | undefined;
};

/** @throws UsageError */
export function scoringOf(values: Values): Scoring {
  return {
    settings: settingsOf(values),
    ...(values.classes !== undefined && { classes: values.classes }),
    ...(values.jobs !== undefined && {
      jobs: numberOf("--jobs", values.jobs, 1, isPositiveInteger, "a whole number from 1"),
    }),
    ...(values.cache !== undefined && { cache: values.cache }),
    ...(values.timings && { timings: true }),
  };
}

function settingsOf(values: Values): Settings {
  return {
    ...presetOf(values.preset ?? "default"),
    threshold: numberOf(
      "--threshold",
      values.threshold,
      defaultSettings.threshold,
      (t) => t >= 0 && t <= 1,
      "a number from 0 to 1",
    ),
    kernel: numberOf(
      "--kernel",
      values.kernel,
      defaultSettings.kernel,
      (k) => isPositiveInteger(k) && k <= kernel.maximum,
      `a whole number from 1 to ${kernel.maximum}`,
    ),
    ignore:
      values.ignore === undefined ? null : numberOf("--ignore", values.ignore, 0, isWhole, "a whole number from 0"),
    kind: oneOf<MaskKind>("--kind", values.kind, ["auto", "binary", "labels", "objects"]),
    emptyPolicy: oneOf<EmptyPolicy>("--empty", values.empty, ["exclude", "one", "zero"]),
    ...chosenBy(values.scores),
    ...(values.diagnose && { diagnose: true }),
    ...(values.tallies && { tallies: true }),
    ...(values.spacing !== undefined && { spacing: spacingOf(values.spacing) }),
    ...(values.set !== undefined && { overrides: overridesOf(values.set) }),
    ...(values.iou !== undefined && {
      matchIou: numberOf("--iou", values.iou, 0.5, (t) => t >= 0 && t <= 0.99, "a number from 0 to 0.99"),
    }),
  };
}

function presetOf(name: string): Pick<Settings, "preset" | "compare"> {
  if (name === "all") return { preset: defaultSettings.preset, compare: true };
  if (!isPresetName(name)) {
    const [first = ""] = name.split(" ");
    const variant = isPresetName(first)
      ? ` A variant such as "${name}" is ${first} with --set: --preset all says which.`
      : "";
    throw new UsageError(`--preset takes all, ${presetNames.join(", ")}, not "${name}".${variant}`);
  }
  return { preset: name };
}

function spacingOf(text: string): readonly [number, number] {
  const [x, y, ...rest] = text.split(",").map(Number);
  if (rest.length === 0 && x > 0 && y > 0 && Number.isFinite(x + y)) return [x, y];
  throw new UsageError(`--spacing takes two sizes greater than 0, as 0.5,0.5, not "${text}".`);
}
