/** A pair to be scored: its name and the paths of its two files. */
export interface PairJob {
  readonly name: string;
  /** The first of the class maps, where there are several. */
  readonly prediction: string;
  readonly truth: string;
  /** The prediction as one probability map a class, each a file. */
  readonly classMaps?: readonly ClassMapFile[];
  /** A second prediction of the same image, to look at beside this one; it changes no score. */
  readonly other?: OtherPrediction;
}

export interface OtherPrediction {
  /** What it is called: its model. */
  readonly name: string;
  /** What the pair itself is called beside it. */
  readonly own: string;
  readonly prediction: string;
}

export interface ClassMapFile {
  /** Id of the class. */
  readonly id: number;
  readonly file: string;
}
