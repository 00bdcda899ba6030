import type { LabelClass } from "../../core/labels/classes.js";

/** What the user says about the files. */
export interface ReadOptions {
  /** "binary" merges every non-zero id into one foreground; "auto" decides by the values. */
  readonly kind: "auto" | "binary" | "labels" | "objects";
  /** Stored value (gray or palette index) of ground-truth pixels to leave out. */
  readonly ignore: number | null;
  /** Classes of label maps, and their colours in colour-coded files. */
  readonly classes?: readonly LabelClass[];
}
