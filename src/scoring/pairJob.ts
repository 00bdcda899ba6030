/** A pair to be scored: its name and the paths of its two files. */
export interface PairJob {
  readonly name: string;
  readonly prediction: string;
  readonly truth: string;
}
