import { defaultSettings, type Settings } from "../../core/settings.js";
import type { PairJob } from "../../scoring/pairJob.js";

export interface CommandLine {
  /** Absolute path of `cli.js`. */
  readonly cli: string;
  readonly job: Pick<PairJob, "prediction" | "truth">;
  readonly settings: Settings;
  /** The file that holds the classes of the settings, where there are any. */
  readonly classes?: string;
  /** Windows shells quote otherwise. */
  readonly windows: boolean;
  /** What was done to the prediction on the page, in words: the command line cannot, and prints the numbers of the file. */
  readonly edited?: string;
}

/**
 * The command that prints the numbers of a pair as JSON: every setting that is not the default is a flag of it. What it
 * does not do stands in a comment before it.
 */
export function commandLine({ cli, job, settings, classes, windows, edited }: CommandLine): string {
  const quote = windows ? quoteWindows : quotePosix;
  const comment = edited === undefined ? "" : `# ${NOT_EDITED} (${edited}).\n`;
  const command = ["node", cli, "score", job.prediction, job.truth, "--json", "-", ...flags(settings, classes)]
    .map(quote)
    .join(" ");
  return comment + command;
}

const NOT_EDITED = "The numbers of the file, not those of the inspector, which shows an edited prediction";

function flags(settings: Settings, classes: string | undefined): string[] {
  const { preset, threshold, kernel, ignore, kind, spacing, matchIou, emptyPolicy, overrides = {} } = settings;
  const unless = (flag: string, value: string | number | null, usual: string | number | null) =>
    value === usual ? [] : [flag, String(value)];
  return [
    ...unless("--preset", preset, defaultSettings.preset),
    ...unless("--threshold", threshold, defaultSettings.threshold),
    ...unless("--kernel", kernel, defaultSettings.kernel),
    ...unless("--ignore", ignore, defaultSettings.ignore),
    ...unless("--kind", kind, defaultSettings.kind),
    ...unless("--empty", emptyPolicy, defaultSettings.emptyPolicy),
    ...(classes === undefined ? [] : ["--classes", classes]),
    ...(spacing ? ["--spacing", spacing.join(",")] : []),
    ...(matchIou === undefined ? [] : ["--iou", String(matchIou)]),
    ...Object.entries(overrides).flatMap(([score, values]) =>
      Object.entries(values).flatMap(([parameter, value]) => ["--set", `${score}.${parameter}=${value}`]),
    ),
  ];
}

/** Between single quotes a POSIX shell takes everything as it is, but for the single quote. */
function quotePosix(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Paths of Windows hold no double quotes; cmd and PowerShell both take what stands between them as one word. */
function quoteWindows(text: string): string {
  return /^[\w@+=:,./\\-]+$/.test(text) ? text : `"${text}"`;
}
