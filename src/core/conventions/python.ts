import { scoreById } from "../catalogue.js";
import type { EvidenceKind } from "../evidence.js";
import type { Family } from "../score.js";
import { type ComparedValue, type Convention, conventions, type LibraryName, type SharedValues } from "./index.js";

/** A pair of files, and how they were read. */
export interface SnippetFiles {
  readonly prediction: string;
  readonly truth: string;
  readonly readAs: { readonly prediction: string; readonly truth: string };
  readonly kind: EvidenceKind;
  /** The stored value of probability 1. */
  readonly maximum: number;
  /** Truth value that was left out, or null. */
  readonly ignore: number | null;
}

/**
 * A Python script that loads the pair as it was read here, and prints what the library returns.
 *
 * @param variant name of a variant; none: the library's own.
 * @returns null where the library has no such score.
 */
export function pythonSnippet(
  scoreId: string,
  preset: LibraryName,
  files: SnippetFiles,
  shared: SharedValues,
  variant?: string,
): string | null {
  const { scores, prelude, library }: Convention = conventions[preset];
  const found = (Object.hasOwn(scores, scoreId) ? scores[scoreId] : []).find(
    ({ name, kinds }) => name === variant && kinds.includes(files.kind),
  );
  if (!found) return null;
  const { family } = scoreById(scoreId);
  return [
    `# ${scoreId} as ${library} computes it`,
    "import numpy as np",
    "from PIL import Image",
    "",
    "def load(file):",
    `    array = np.load(file) if file.endswith(".npy") else np.asarray(Image.open(file)${grayPalette(files)})`,
    "    return array[..., 0] if array.ndim == 3 else array",
    "",
    `t, v = load(${quote(files.truth)}), load(${quote(files.prediction)})`,
    ...loading(files, family, shared.threshold),
    "",
    prelude(shared.kernel),
    "",
    `print(float(${found.python({ threshold: shared.threshold })}))`,
    "",
  ].join("\n");
}

/** The first call of a library that returns the value of a line, to six digits: for values that are ours. */
export function callReturning(
  value: ComparedValue["value"],
  lines: readonly ComparedValue[],
): ComparedValue | undefined {
  return lines.find(
    (line) =>
      line.python !== null &&
      (typeof value === "number" && typeof line.value === "number"
        ? Math.abs(value - line.value) <= 1e-6 * Math.abs(value)
        : value !== null && value === line.value),
  );
}

/** JSON strings are Python strings. */
const quote = (path: string) => JSON.stringify(path);

/** Pillow gives the indices of a palette, which are wanted, unless the palette is a gray ramp. */
function grayPalette({ readAs }: SnippetFiles): string {
  return readAs.prediction.startsWith("gray palette") ? '.convert("L")' : "";
}

/** The lines that make y and p of the stored values t and v. */
function loading(files: SnippetFiles, family: Family, threshold: number): string[] {
  const ignored = files.ignore ?? ignoredIn(files.readAs.truth);
  if (files.kind !== "binary") {
    return ["y, p = t.astype(np.int64), v.astype(np.int64)", ...leaveOut(ignored, files.kind === "objects")];
  }
  const lines = [`y = (t > ${lowestForeground(files.readAs.truth)}).astype(np.uint8)`, `p = ${probability(files)}`];
  lines.push(...leaveOut(ignored, family !== "pixel"));
  if (family === "objects") {
    lines.push(
      "from scipy.ndimage import label",
      `y, p = (label(mask, np.ones((3, 3)))[0] for mask in (y, p > ${threshold}))`,
    );
  }
  return lines;
}

/** Ignored pixels are dropped, or, where their place matters, emptied in both masks. */
function leaveOut(ignored: number | null, inPlace: boolean): string[] {
  if (ignored === null) return [];
  const keep = `keep = t != ${ignored}`;
  return [keep, inPlace ? "y[~keep], p[~keep] = 0, 0" : "y, p = y[keep][None], p[keep][None]"];
}

function probability({ readAs, maximum, prediction }: SnippetFiles): string {
  if (!readAs.prediction.includes("probability")) return "(v > 0).astype(np.float64)";
  if (prediction.toLowerCase().endsWith(".npy") && maximum === 1) return "v.astype(np.float64)";
  // Pillow stretches gray of 2 and 4 bits to 8.
  return `v / ${Math.max(255, maximum)}.0`;
}

/** Greys are split in their middle; everything else that is not 0 is foreground. */
function lowestForeground(readAs: string): string {
  return /several greys \(> ([\d.]+)/.exec(readAs)?.[1] ?? "0";
}

function ignoredIn(readAs: string): number | null {
  const told = /(\d+) = ignored/.exec(readAs)?.[1];
  return told === undefined ? null : Number(told);
}
