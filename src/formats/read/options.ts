/** What the user says about the files. */
export interface ReadOptions {
  /** "binary" merges every non-zero id into one foreground; "auto" refuses label maps. */
  readonly kind: "auto" | "binary" | "labels" | "objects";
  /** Stored value (gray or palette index) of ground-truth pixels to leave out. */
  readonly ignore: number | null;
}
