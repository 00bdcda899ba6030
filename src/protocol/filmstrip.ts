/** The ranking as the filmstrip needs it: small, whatever the number of pairs. */
export interface Strip {
  /** Places mean the ranking of this number: another order has another. */
  readonly revision: number;
  readonly count: number;
  /** Title of the score that ranks. */
  readonly by: string;
  /** Place of the pair shown, from 0; -1 where it is not ranked. */
  readonly current: number;
}

/** One frame of the strip, without its picture. */
export interface StripFrame {
  readonly name: string;
  /** The score that ranks, as text. */
  readonly score: string;
  /** The threshold that it is at; null where it has none. */
  readonly threshold: number | null;
}
