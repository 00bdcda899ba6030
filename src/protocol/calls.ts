import type { BandEvidence } from "../core/boundary/edgeBand.js";
import type { LibraryName, Preset, SharedValues } from "../core/conventions/index.js";
import type { HowRead } from "../core/conventions/python.js";
import type { Finding } from "../core/diagnosis/index.js";
import type { BinaryEvidence } from "../core/evidence.js";
import type { DeflatedDistances, DeflatedPlane, DeflatedWeight } from "../core/maps/deflated.js";
import type { Thumbnail } from "../core/maps/thumbnail.js";
import type { RankedRegions } from "../core/regions/gains.js";
import type { ErrorSummary } from "../core/regions/summary.js";
import type { Settings } from "../core/settings.js";
import type { Edit } from "../core/whatIf/edits.js";
import type { HostAction, PageAction } from "./actions.js";
import type { MapComparisons } from "./comparisons.js";
import type { Confused } from "./confusion.js";
import type { Strip, StripFrame } from "./filmstrip.js";
import type { FileRole, PairFailure, PairUris, Position, SentPair, SentScores } from "./pairView.js";
import type { Dials } from "./persisted.js";

/** What the page asks of the extension host. Every call is answered or rejected. */
export interface HostCalls {
  /** The page listens; the host answers by pushing what to show. */
  ready(): void;
  /** Does what is the host's to do: a key or a button of the page asked for it. */
  run(action: HostAction): void;
  /** Frames of the filmstrip by place; none when the ranking has become another one. */
  frames(revision: number, from: number, count: number): readonly StripFrame[];
  /** The errors of the pair at a place of the filmstrip, at a threshold; null where they cannot be had. */
  thumbnail(revision: number, place: number, threshold: number): Thumbnail | null;
  /** Shows the pair at a place of the filmstrip. */
  openPlace(revision: number, place: number): void;
  /** Opens a file of the pair beside the inspector. */
  openFile(role: FileRole): void;
  /** Reads all of a pair's pixels under some settings: surfaces, objects, weights and weighted tally depend on them. */
  regather(question: Regathering & Pick<StudyQuestion, "pair">): {
    readonly evidence: BinaryEvidence;
    readonly weight: DeflatedWeight;
    /** As in the pixels of the pair; only after edits. */
    readonly prediction?: DeflatedPlane;
  };
  /** The regions of error, ranked by what a score would gain if each were corrected. */
  regions(question: StudyQuestion & { readonly score: string }): RankedRegions;
  /** How many regions of error there are, and the largest. */
  errors(question: StudyQuestion): ErrorSummary;
  /** The part of the tallies that lies around the truth's boundary. */
  band(question: StudyQuestion): BandEvidence;
  /** By pixel, the distances that losses weigh it with. */
  distances(question: StudyQuestion): DeflatedDistances;
  /** What a good colleague would notice about the pair. */
  diagnose(question: StudyQuestion): readonly Finding[];
  /** What all scores would be computed from, were the prediction edited. */
  whatIf(question: StudyQuestion): BinaryEvidence;
  /**
   * Every convention of a pair of label or instance maps.
   * @param pair URI of the prediction that the page shows: the host may be at another pair already.
   */
  compareMaps(pair: string): MapComparisons;
  /** Asks the person for the missing partner of the file shown. */
  chooseTruth(): void;
  /** Shows the pair in the inspector panel; for the side view. */
  openInspector(): void;
  /** Puts a Python script on the clipboard that prints what a library returns for the pair. */
  copyPython(call: PythonCall): void;
  /** Puts a link to what the page shows on the clipboard. @param view what was chosen on the page, by name. */
  copyLink(view: Readonly<Record<string, unknown>>): void;
  /** Writes a picture of the page to a file that the person chooses. */
  savePicture(png: Uint8Array): void;
  /** Puts the scores of the pair on the clipboard, under the settings of the page. */
  copyRow(format: RowFormat, dials: Dials, edited: Edited | null): void;
  /** Puts the command on the clipboard that prints the numbers of the pair. */
  copyCommandLine(dials: Dials, edited: Edited | null): void;
  /** What is turned and edited on the page: the overlay in the side bar has no controls of its own, and follows. */
  turned(turned: Turned): void;
  /** Tells the person something that went wrong on the page. */
  complain(message: string): void;
  /** No confusion is to be lit any more. */
  unlight(): void;
  /** Opens the page of a score. */
  explainScore(id: string): void;
}

/** The dials of a page, and the edits of the pair that it shows. */
export interface Turned {
  readonly dials: Dials;
  /** URI of its prediction; null: it shows none. */
  readonly pair: string | null;
  readonly edits: readonly Edit[];
}

/** What was done to a prediction, and how the page says it. */
export interface Edited {
  readonly edits: readonly Edit[];
  readonly words: string;
}

export type RowFormat = "csv" | "markdown";

/** The settings under which pixels are read again. */
export interface Regathering {
  readonly threshold: number;
  readonly kernel: number;
  /** Of the prediction, before anything else; none: as the file has it. */
  readonly edits: readonly Edit[];
  /** With what only the conventions of other libraries need: it takes about twice as long. */
  readonly compare: boolean;
}

/** Under which settings, and after which edits of the prediction, the pixels are studied. */
export interface StudyQuestion extends Pick<Settings, "threshold" | "kernel" | "preset"> {
  /** The pair that the page shows: the host may be at another one already. */
  readonly pair: Pick<PairUris, "prediction" | "truth">;
  /** Parameter values turned by hand, by score id. */
  readonly overrides: Preset;
  readonly edits: readonly Edit[];
}

/** A value of the pair in the convention of a library. */
export interface PythonCall {
  readonly score: string;
  readonly preset: LibraryName;
  /** None: the library's own. */
  readonly variant?: string;
  readonly shared: SharedValues;
  /** The host knows where the files are. */
  readonly read: HowRead;
}

/** What the extension host pushes to the page. */
export interface PageEvents {
  /** @param key names the pair as its files and settings are now. */
  show(view: SentPair, key: string): void;
  /** What a pair looks like at a threshold, while the whole of it is on its way. An image that it has is not sent again. */
  sketch(view: SentPair, key: string, threshold: number): void;
  /** A pair that is likely to be shown next. */
  preload(key: string, view: SentPair): void;
  /** Shows a pair that the page holds, at the place that it has now. False: the page holds it no longer. */
  showPreloaded(key: string, position: Position | null): boolean;
  /** Takes over what is turned and edited in the inspector; null: nothing is, the host's settings hold. */
  followTurned(turned: Turned | null): void;
  /** The settings of the run were turned: they are the page's too, now. */
  settle(dials: Dials): void;
  /** Takes over what a link holds; anything may stand there. */
  adopt(view: Readonly<Record<string, unknown>>): void;
  /** Lights the pixels of a confusion of label maps, in this pair and those after it; null: none. */
  light(cell: Confused | null): void;
  /** Whether the panel stays on its pair. */
  setLocked(locked: boolean): void;
  /** The ranking around the pair shown; null: there is none. */
  showStrip(strip: Strip | null): void;
  /** A pair whose pixels the page does not draw: its scores. */
  showScores(view: SentScores): void;
  loading(name: string): void;
  fail(failure: PairFailure): void;
  /** Nothing to show yet, and the sentence that says what to do. */
  empty(message: string): void;
  /** A command bound in VS Code that acts inside the page. */
  act(action: PageAction): void;
}
