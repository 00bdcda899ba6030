import type { Settings } from "../core/settings.js";
import type { Bootstrap } from "../report/macro.js";
import type { FailedRow, Row } from "../report/row.js";
import type { SentMaps, SentPair } from "./deflate.js";
import type { PairJob } from "./pairJob.js";
import type { CacheUse } from "./scoreCached.js";
import type { AnswerOf, QuestionOf, StudyName } from "./study.js";
import type { PairThumbnail } from "./thumbnailOfPair.js";

export interface ScoreOptions {
  /** Called once a pair, as it finishes; `index` is its place among the jobs. */
  onRow(row: Row, index: number, use: CacheUse): void;
  /** When aborted, no further pair is started; those under way still arrive. */
  readonly signal?: AbortSignal;
}

/** For a sketch of a pair: it looks like the pair at a threshold, and arrives long before the soft prediction. */
export interface SketchWish {
  readonly threshold: number;
  onSketch(sketch: SentPair): void;
}

/** Something that scores pairs: a pool of workers, or the calling thread. */
export interface Scorer {
  score(jobs: readonly PairJob[], settings: Settings, options: ScoreOptions): Promise<void>;
  /**
   * What can be shown of a pair at once: a person waits for it.
   * @param sketch is told a sketch of a pair of binary masks on the way; not where two models are compared.
   */
  glance(job: PairJob, settings: Settings, sketch?: SketchWish): Promise<SentPair | SentMaps | FailedRow>;
  /** All that is shown of a pair; nobody waits for it yet. */
  gather(job: PairJob, settings: Settings): Promise<SentPair | SentMaps | FailedRow>;
  /** The errors of a pair, small: `edge` pixels at most. Null for a pair that cannot be read. */
  thumbnail(job: PairJob, settings: Settings, edge?: number): Promise<PairThumbnail | null>;
  /**
   * Studies the pixels of a pair of binary masks, aside from everything else.
   * @throws Error that says why the pair cannot be read.
   */
  study<Name extends StudyName>(
    name: Name,
    job: PairJob,
    settings: Settings,
    question: QuestionOf<Name>,
  ): Promise<AnswerOf<Name>>;
  /** Intervals of the means of series, by group: see `bootstrapIntervals`. */
  readonly bootstrap: Bootstrap;
  close(): Promise<void>;
}
