/** A model of a comparison, as people should see it. */
export interface ComparedModel {
  readonly name: string;
  /** Folder of its predictions, for reading. */
  readonly folder: string;
  /** When it was scored, for reading: tells runs of one folder apart. */
  readonly scored: string;
}

/** Models on one ground truth: all that the page computes its tables from. */
export interface ComparisonView {
  /** Ids of the runs behind the models: what a page needs to come back after a reload. */
  readonly runs: readonly string[];
  /** Folder of the ground truth, for reading. */
  readonly truth: string;
  readonly models: readonly ComparedModel[];
  /** Names of the images that every model has. */
  readonly images: readonly string[];
  /** Ids of the scores that every model has, in catalogue order. */
  readonly scores: readonly string[];
  /** The scores worth a line, best known first. */
  readonly headline: readonly string[];
  /** Score by score, model by model, image by image; NaN where undefined. */
  readonly values: Float64Array;
  /** Score by score, model by model: of all pixels together; NaN where undefined or not comparable. */
  readonly micro: Float64Array;
  /** What is in no table, with the reason: a sentence each. */
  readonly leftOut: readonly string[];
  /** How the numbers came about: a sentence each. */
  readonly stated: readonly string[];
}

/** What a person chose on the page; it survives a reload. */
export interface ComparisonChoices {
  readonly score: string;
  /** Places in the list of models. */
  readonly baseline: number;
  readonly challenger: number;
}

export interface ComparisonState {
  readonly runs: readonly string[];
  readonly choices: ComparisonChoices | null;
}

/** What the page asks of the host. */
export interface ComparisonCalls {
  ready(): void;
  /**
   * Opens an image in the inspector: the challenger's prediction, the baseline's beside it.
   * @param order the images as they stand on the page: the inspector walks them.
   */
  open(image: number, choices: ComparisonChoices, order: readonly number[]): void;
  exportTables(): void;
  explainScore(id: string): void;
}

/** What the host pushes. */
export interface ComparisonEvents {
  show(view: ComparisonView): void;
  /** The inspector went on to an image. */
  opened(image: number): void;
  /** Says something instead of tables. */
  say(message: string): void;
}

/** The runs of a state that a page kept; anything may stand there. */
export function persistedRuns(state: unknown): readonly string[] {
  const runs = typeof state === "object" && state !== null && "runs" in state ? state.runs : undefined;
  return Array.isArray(runs) ? runs.filter((id) => typeof id === "string") : [];
}
