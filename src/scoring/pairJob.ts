/** A pair to be scored: its name and the paths of its two files. */
export interface PairJob {
  readonly name: string;
  /** The first of the class maps, where there are several. */
  readonly prediction: string;
  readonly truth: string;
  /** The prediction as one probability map a class, each a file. */
  readonly classMaps?: readonly ClassMapFile[];
}

export interface ClassMapFile {
  /** Id of the class. */
  readonly id: number;
  readonly file: string;
}
