/** A followed folder as the page shows it. Numbers stand in lists, NaN where undefined. */
export interface FollowView {
  /** Id of its run: the page keeps it, so that it comes back after a reload of the window. */
  readonly run: string;
  /** For reading. */
  readonly folder: string;
  readonly truth: string;
  readonly isWatching: boolean;
  readonly hasEpochs: boolean;
  /** Files being written, or waiting to be read. */
  readonly pending: number;
  /** Pairs listed that were written since the last round; 0 where there are epochs. */
  readonly unsettled: number;
  readonly withoutTruth: number;
  readonly failures: ReadonlyArray<{ readonly name: string; readonly reason: string }>;
  /** Ids of the scores, in catalogue order, and those worth a small chart. */
  readonly scores: readonly string[];
  readonly headline: readonly string[];
  /** Number of each epoch or round, and how many images it has. */
  readonly at: readonly number[];
  readonly counts: readonly number[];
  /** Whether they are the images of the point before; a mean over others is not to be joined to it. */
  readonly joined: readonly boolean[];
  /** Point by point, score by score. */
  readonly means: Float64Array;
  /** The latest point against what it is compared with, over the images of both; null where there are none. */
  readonly change: FollowChange | null;
  readonly names: readonly string[];
  /** Counts the updates: the latest rows have the highest; 0: it was there from the start. */
  readonly updates: readonly number[];
  /** Row by row, score by score: now and before. */
  readonly values: Float64Array;
  readonly before: Float64Array;
}

/** Two moments, score by score. */
export interface FollowChange {
  /** The earlier one in words: "epoch 3", "the run live". */
  readonly than: string;
  /** Images that both have the score of, and its means over those. */
  readonly n: readonly number[];
  readonly before: Float64Array;
  readonly now: Float64Array;
}

/** What the page asks of the host. */
export interface FollowCalls {
  ready(): void;
  /** Opens a row in the inspector. */
  open(name: string): void;
  stop(): void;
}

/** What the host pushes. */
export interface FollowEvents {
  show(view: FollowView): void;
}
