/** What a person should know of a score before quoting it, in words. */
export interface Guidance {
  /** The definition without symbols. */
  readonly words: string;
  /** Which mistakes it makes expensive. */
  readonly punishes: string;
  /** When another score says more. */
  readonly avoid: string;
}

/** By score id. */
export type GuidanceTable = Readonly<Record<string, Guidance>>;
