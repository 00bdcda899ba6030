import type { Evidence, EvidenceKind } from "../evidence.js";
import type { LabelClass } from "../labels/classes.js";
import type { Family } from "../score.js";
import type { Settings } from "../settings.js";

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
  /** Of label maps: the classes that count, ascending. */
  readonly classes?: readonly LabelClass[];
  /** Ids of the class list in its own order, which is that of class maps. */
  readonly listed?: readonly number[];
  /** Where every class has a file of its own: the files in the order of `classes`, instead of `prediction`. */
  readonly classMaps?: readonly string[];
}

/** How the files of a pair were read, beside where they are. */
export type HowRead = Omit<SnippetFiles, "prediction" | "truth" | "classMaps">;

export function howRead(
  evidence: Evidence,
  readAs: SnippetFiles["readAs"],
  { ignore, classes: list }: Pick<Settings, "ignore" | "classes">,
): HowRead {
  return {
    readAs,
    kind: evidence.kind,
    maximum: evidence.kind === "binary" ? evidence.pixels.maximum : 1,
    ignore,
    ...(evidence.kind === "labels" && {
      classes: evidence.confusion.ids.map((id) => list?.find((entry) => entry.id === id) ?? { id }),
    }),
    ...(list && { listed: list.map(({ id }) => id) }),
  };
}

/** The lines that load the pair, and make `y` and `p` of it as they were read here. */
export function loading(files: SnippetFiles, family: Family, threshold: number): string[] {
  return [
    "def load(file):",
    '    return np.load(file) if file.endswith(".npy") else np.asarray(Image.open(file))',
    "",
    ...{
      binary: () => loadBinary(files, family, threshold),
      labels: () => loadLabels(files),
      objects: () => loadObjects(files),
    }[files.kind](),
  ];
}

/** JSON strings are Python strings. */
const quote = (path: string) => JSON.stringify(path);

/** One channel of a file, as `readAs` says. */
function channel(file: string, readAs: string): string {
  // Pillow gives the indices of a palette, which are wanted, unless the palette is a gray ramp.
  if (readAs.startsWith("gray palette")) return `np.asarray(Image.open(${quote(file)}).convert("L"))`;
  const array = `load(${quote(file)})`;
  if (readAs.startsWith("alpha channel")) return `${array}[..., 3]`;
  if (readAs.startsWith("RGB as gray")) return `${array}[..., 0]`;
  if (/RGB \(|every colour/.test(readAs)) return `${array}[..., :3].any(-1)`;
  return array;
}

/** Pillow stretches gray of 2 and 4 bits to 8, which makes other numbers of ids. */
function ids(file: string, readAs: string): string {
  const bits = /, (2|4) bit/.exec(readAs)?.[1];
  const stored = channel(file, readAs.replace(/^(class|object) ids, /, ""));
  return bits === undefined ? stored : `${stored} // ${bits === "2" ? 85 : 17}`;
}

function loadBinary(files: SnippetFiles, family: Family, threshold: number): string[] {
  const { truth, prediction, readAs } = files;
  const lines = [
    `t, v = ${channel(truth, readAs.truth)}, ${channel(prediction, readAs.prediction)}`,
    `y = (t > ${lowestForeground(readAs.truth)}).astype(np.uint8)`,
    `p = ${probability(files)}`,
    ...leaveOut(files.ignore ?? ignoredIn(readAs.truth), family !== "pixel"),
  ];
  if (family !== "objects") return lines;
  return [
    ...lines,
    "from scipy.ndimage import label",
    `y, p = (label(mask, np.ones((3, 3)))[0] for mask in (y, p > ${threshold}))`,
  ];
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

/** `y` and `p` are places in `ids`, flat, so that every library counts the classes from 0; -1 is no class. */
function loadLabels(files: SnippetFiles): string[] {
  const { classes = [], truth, readAs } = files;
  const colours = classes.map(({ color = [-1, -1, -1] }) => `[${color.join(", ")}]`).join(", ");
  const isColoured = (words: string) => words.startsWith("class ids, colours");
  const places = (file: string, words: string) =>
    isColoured(words) ? `by_colour(load(${quote(file)}))` : `places(${ids(file, words)})`;
  return [
    `ids = np.array([${classes.map(({ id }) => id).join(", ")}])`,
    "",
    ...(isColoured(readAs.truth) || isColoured(readAs.prediction)
      ? [
          "def by_colour(image):",
          `    same = (image[..., None, :3] == np.array([${colours}])).all(-1)`,
          "    return np.where(same.any(-1), same.argmax(-1), -1)",
          "",
        ]
      : []),
    "def places(a):",
    "    return np.where(np.isin(a, ids), np.searchsorted(ids, a), -1)",
    "",
    `y = ${places(truth, readAs.truth)}`,
    "keep = y >= 0  # pixels whose truth is no class are left out",
    ...(isSoft(files)
      ? [
          `v = ${classMaps(files)}`,
          "y, p, probabilities = y[keep], v.argmax(0)[keep], v.reshape(len(ids), -1)[:, keep.ravel()]",
        ]
      : [
          `p = ${places(files.prediction, readAs.prediction)}`,
          "y, p = y[keep], p[keep]",
          "probabilities = (p == np.arange(len(ids))[:, None]).astype(np.float64)",
        ]),
  ];
}

const PLANES = /^probabilities of (\d+) classes/;
const isSoft = ({ readAs }: SnippetFiles) => PLANES.test(readAs.prediction);

/** A map a class in the order of `ids`, as probabilities. */
function classMaps({ prediction, classMaps, classes = [], listed, readAs }: SnippetFiles): string {
  const maximum = /\(v \/ (\d+)\)/.exec(readAs.prediction)?.[1];
  const scale = maximum === undefined ? ".astype(np.float64)" : ` / ${maximum}.0`;
  if (classMaps) return `np.stack([load(file) for file in [${classMaps.map(quote).join(", ")}]])${scale}`;
  const planes = Number(PLANES.exec(readAs.prediction)?.[1]);
  const own = classes.map(({ id }) => id);
  const order = [listed, own].find((list) => list?.length === planes) ?? Array.from({ length: planes }, (_, id) => id);
  const chosen = own.map((id) => order.indexOf(id));
  const inOrder = chosen.length === planes && chosen.every((plane, at) => plane === at);
  return `load(${quote(prediction)})${inOrder ? "" : `[[${chosen.join(", ")}]]`}${scale}`;
}

function loadObjects({ truth, prediction, readAs, ignore }: SnippetFiles): string[] {
  return [
    `t, v = ${ids(truth, readAs.truth)}, ${ids(prediction, readAs.prediction)}`,
    "y, p = t.astype(np.int64), v.astype(np.int64)",
    ...leaveOut(ignore ?? ignoredIn(readAs.truth), true),
  ];
}
