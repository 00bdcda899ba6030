import { parseArgs } from "node:util";
import { isPresetName, presetNames } from "../core/conventions/index.js";
import { type Family, families } from "../core/score.js";
import { defaultSettings, type EmptyPolicy, type MaskKind, type Settings } from "../core/settings.js";

/** Arguments that make no sense; the message says which and what would. */
export class UsageError extends Error {}

export interface ScoreCommand {
  readonly predictions: string;
  readonly truth: string;
  /** Without classes: these are in the file. */
  readonly settings: Settings;
  /** The file that lists the classes of label maps. */
  readonly classes?: string;
  /** Where to write, `-` for standard output. */
  readonly json?: string;
  readonly csv?: string;
  readonly jobs?: number;
}

/** Names in lines of the help's second column. */
function wrapped(names: readonly string[]): string {
  return names
    .join(", ")
    .replace(/(.{1,80})(?:, |$)/g, "                        $1,\n")
    .replace(/,\n$/, "");
}

export const usage = `mask-inspector: score predicted masks against ground truth

  mask-inspector score PREDICTIONS TRUTH [options]

PREDICTIONS and TRUTH are two folders (searched recursively, paired by name) or two files.

  --json FILE|-       write all scores as JSON (- is standard output)
  --csv FILE|-        write a row a pair as CSV
  --preset NAME       convention (default: default), or all: every convention side by side, in the table, in JSON as
                      "conventions" of each pair, in CSV as columns id@convention. Names:
${wrapped(presetNames)}
  --threshold T       foreground is p > T, 0 to 1 (default: ${defaultSettings.threshold})
  --kernel K          side of the boundary-weight window, pixels (default: ${defaultSettings.kernel})
  --ignore ID         leave out pixels whose truth is ID (label maps: 255 unless given or listed)
  --kind KIND         auto, binary, labels or objects (default: auto)
  --classes FILE      classes of label maps: a JSON array of { "id", "name", "color"?: [r, g, b] }; also the colours of
                      colour-coded files, and the names of sub-folders that hold one probability map a class
  --iou T             objects match at IoU > T, 0 to 0.99 (default: 0.5)
  --spacing X,Y       size of a pixel, the unit of distances (default: 1,1)
  --scores LIST       of ${families.join(",")} (default: all)
  --empty POLICY      undefined scores in the mean: exclude, one or zero (default: exclude)
  --jobs N            worker threads (default: one a core)

Exit code: 0 scored, 1 scored but some pairs failed, 2 nothing could be scored, 64 usage. Files without a partner are
listed but are no failed pairs.
`;

/** @throws UsageError */
export function parseCommand(args: readonly string[]): ScoreCommand | "help" {
  const { values, positionals } = parse(args);
  if (values.help || positionals[0] === "help" || args.length === 0) return "help";
  const [command, predictions, truth, ...rest] = positionals;
  if (command !== "score") throw new UsageError(`There is no command "${command}"; the command is score.`);
  if (predictions === undefined || truth === undefined) throw new UsageError("score needs PREDICTIONS and TRUTH.");
  if (rest.length > 0) throw new UsageError(`One argument too many: ${rest.join(" ")}`);
  if (values.json === "-" && values.csv === "-")
    throw new UsageError("Only one of --json and --csv can go to standard output.");
  return {
    predictions,
    truth,
    settings: {
      ...presetOf(values.preset ?? "default"),
      threshold: numberOf(
        "--threshold",
        values.threshold,
        defaultSettings.threshold,
        (t) => t >= 0 && t <= 1,
        "a number from 0 to 1",
      ),
      kernel: numberOf("--kernel", values.kernel, defaultSettings.kernel, isPositiveInteger, "a whole number from 1"),
      ignore:
        values.ignore === undefined ? null : numberOf("--ignore", values.ignore, 0, isWhole, "a whole number from 0"),
      kind: oneOf<MaskKind>("--kind", values.kind, ["auto", "binary", "labels", "objects"]),
      emptyPolicy: oneOf<EmptyPolicy>("--empty", values.empty, ["exclude", "one", "zero"]),
      families: familiesOf(values.scores),
      ...(values.spacing !== undefined && { spacing: spacingOf(values.spacing) }),
      ...(values.iou !== undefined && {
        matchIou: numberOf("--iou", values.iou, 0.5, (t) => t >= 0 && t <= 0.99, "a number from 0 to 0.99"),
      }),
    },
    ...(values.classes !== undefined && { classes: values.classes }),
    ...(values.json !== undefined && { json: values.json }),
    ...(values.csv !== undefined && { csv: values.csv }),
    ...(values.jobs !== undefined && {
      jobs: numberOf("--jobs", values.jobs, 1, isPositiveInteger, "a whole number from 1"),
    }),
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: text,
        csv: text,
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
        jobs: text,
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const isWhole = (n: number) => Number.isInteger(n) && n >= 0;
const isPositiveInteger = (n: number) => Number.isInteger(n) && n >= 1;

function numberOf(
  flag: string,
  text: string | undefined,
  otherwise: number,
  allowed: (n: number) => boolean,
  what: string,
): number {
  if (text === undefined) return otherwise;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!allowed(value)) throw new UsageError(`${flag} takes ${what}, not "${text}".`);
  return value;
}

function presetOf(name: string): Pick<Settings, "preset" | "compare"> {
  if (name === "all") return { preset: defaultSettings.preset, compare: true };
  if (!isPresetName(name)) throw new UsageError(`--preset takes all, ${presetNames.join(", ")}, not "${name}".`);
  return { preset: name };
}

function oneOf<Choice extends string>(
  flag: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (value === undefined) return choices[0];
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${flag} takes ${choices.join(", ")}, not "${value}".`);
  return found;
}

function spacingOf(text: string): readonly [number, number] {
  const [x, y, ...rest] = text.split(",").map(Number);
  if (rest.length === 0 && x > 0 && y > 0 && Number.isFinite(x + y)) return [x, y];
  throw new UsageError(`--spacing takes two sizes greater than 0, as 0.5,0.5, not "${text}".`);
}

function familiesOf(list: string | undefined): readonly Family[] {
  if (list === undefined) return families;
  const names = list.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !families.some((family) => family === name));
  if (unknown !== undefined) throw new UsageError(`--scores takes a list of ${families.join(", ")}, not "${unknown}".`);
  return families.filter((family) => names.includes(family));
}
