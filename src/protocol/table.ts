import type { Interval } from "../core/bootstrap.js";
import { isPresetName, type Preset, type PresetName } from "../core/conventions/index.js";
import type { EvidenceKind } from "../core/evidence.js";
import type { LabelClass } from "../core/labels/classes.js";
import type { PerClassId } from "../core/labels/scores.js";
import type { Thumbnail } from "../core/maps/thumbnail.js";
import type { Settings } from "../core/settings.js";
import type { Tally } from "../core/tally.js";
import type { Confused } from "./confusion.js";

/** The settings that the table can turn for all pairs at once, from their tallies. */
export interface TableDials {
  readonly threshold: number;
  readonly preset: PresetName;
  /** Parameter values turned by hand, by score id. */
  readonly overrides: Preset;
}

/** Reads dials that were kept; null for what is none. */
export function readDials(value: unknown): TableDials | null {
  if (typeof value !== "object" || value === null) return null;
  const [threshold, preset, overrides] = ["threshold", "preset", "overrides"].map((name): unknown =>
    Reflect.get(value, name),
  );
  if (typeof threshold !== "number" || typeof preset !== "string" || !isPresetName(preset)) return null;
  // Values that are no parameter's are passed over where they are used.
  const isMap = typeof overrides === "object" && overrides !== null && !Array.isArray(overrides);
  return { threshold, preset, overrides: isMap ? (overrides as Preset) : {} };
}

/** Kinds of pairs, by their number in {@link TableRun.kinds}. */
export const pairKinds: readonly EvidenceKind[] = ["binary", "labels", "objects"];

/** A run as the table page holds it: a row a pair, in the natural order of their names. Scores are asked for by column. */
export interface TableRun {
  /** Another number for other rows: what is asked about another revision is answered with nothing. */
  readonly revision: number;
  readonly id: string;
  readonly name: string;
  /** Folders as people know them. */
  readonly predictions: string;
  readonly truth: string;
  readonly settings: Settings;
  readonly state: "scoring" | "finished" | "cancelled";
  /** The score that ranks the side bar. */
  readonly rankBy: string;
  readonly names: readonly string[];
  readonly kinds: Uint8Array;
  /** Foreground pixels of the truth; NaN where it has no foreground to speak of, as in label maps. */
  readonly area: Float64Array;
  /** Ids of the scores that some pair has, in catalogue order. */
  readonly scores: readonly string[];
  /** Tallies are kept: settings can be turned. */
  readonly canTurn: boolean;
  readonly failures: readonly TableFailure[];
}

/** A pair or a file that has no row. */
export interface TableFailure {
  readonly name: string;
  readonly reason: string;
  /** The partner that a file lacks, when that is the reason. */
  readonly missing?: "prediction" | "truth";
}

/** Columns of scores, in the order asked for. */
export interface TableColumns {
  /** A number a row, NaN where the score is undefined. Owned, so that they cross fast. */
  readonly values: readonly Float64Array[];
  /** Ids whose evidence was gathered under the run's own settings, which therefore still hold. */
  readonly asScored: readonly string[];
  /** Ids that the library of the preset does not have, or not without reading the pixels again. */
  readonly lacking: readonly string[];
}

/** A score over all pairs. */
export interface DataSetMean {
  readonly mean: number | null;
  /** Pairs in the mean. */
  readonly n: number;
  /** Pairs where it is undefined. */
  readonly excluded: number;
  /** Of the mean, see `core/bootstrap`. */
  readonly interval: Interval | null;
  /** Of all pixels together; null where it is undefined or unknown. */
  readonly micro: number | null;
}

/** All pairs as one. */
export interface DataSetTotals {
  /** Of all pixels of the binary pairs together. */
  readonly tally: Tally | null;
  /** Of all label maps together. */
  readonly labels: LabelTotals | null;
}

/** Scores by class and confusions of all label maps; indices are those of `classes`. */
export interface LabelTotals {
  readonly classes: readonly LabelClass[];
  readonly perClass: Readonly<Record<PerClassId, ReadonlyArray<number | null>>>;
  /** Pixels; rows are truth, columns prediction. */
  readonly confusion: ReadonlyArray<readonly number[]>;
}

/** What the table page asks of the extension host. */
export interface TableCalls {
  /** The page listens; the host answers by pushing what to show. */
  ready(): void;
  /** @param dials null: as the run was scored. @returns null where the rows are others by now. */
  columns(revision: number, ids: readonly string[], dials: TableDials | null): TableColumns | null;
  /** Means, in the order asked for; null where the rows are others by now. */
  means(revision: number, ids: readonly string[], dials: TableDials | null): readonly DataSetMean[] | null;
  totals(revision: number): DataSetTotals | null;
  /** Pixels of each row that are of one class and were predicted as another; NaN for rows without classes. */
  cell(revision: number, cell: Confused): Float64Array | null;
  /** Lights the pixels of a confusion in the inspector, and opens the pair that has most of them; null puts them out. */
  light(revision: number, cell: Confused | null): void;
  thumbnail(revision: number, row: number, threshold: number): Thumbnail | null;
  /** Shows a pair in the inspector. */
  openRow(revision: number, row: number): void;
  /** Shows what could not be scored in the inspector. */
  openFailure(revision: number, index: number): void;
  /** Puts text on the clipboard. */
  copy(text: string): void;
  explainScore(id: string): void;
  /** Orders the side bar, and what the inspector walks, by a score. */
  rankBy(id: string): void;
  /**
   * Turns the settings of all pairs of a run everywhere: in the side bar and in the inspector too.
   * @param run id of the run. @param dials null: as it was scored.
   */
  turn(run: string, dials: TableDials | null): void;
  /** Scores the run's folders again, with the settings that are turned. */
  scoreAgain(): void;
}

/** What the extension host pushes to the table page. */
export interface TableEvents {
  /** null: there is no run. */
  show(run: TableRun | null): void;
  /** What is turned for all pairs of the run that was shown last; null: they are as scored. */
  turned(dials: TableDials | null): void;
  /** The pair that the inspector shows; null for none of these. */
  opened(row: number | null): void;
}
