/** Pixels of class `truth` that were predicted as class `predicted`; ids of classes. */
export interface Confused {
  readonly truth: number;
  readonly predicted: number;
}
