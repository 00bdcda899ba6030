import type { LabelClass } from "../labels/classes.js";
import type { PerClassId } from "../labels/scores.js";
import type { ObjectList } from "../objects/fates.js";

interface Planes {
  readonly width: number;
  readonly height: number;
  /** Row-major: places in the classes, or numbers of objects with 0 for background. */
  readonly truth: Uint8Array | Uint16Array;
  readonly prediction: Uint8Array | Uint16Array;
}

/** Two label maps, ready to be shown. */
export interface LabelMaps extends Planes {
  readonly kind: "labels";
  /** A pixel that is of none of these has the place after the last; it is left out in the truth. */
  readonly classes: readonly LabelClass[];
  /** By class; null where a score is undefined. */
  readonly perClass: Readonly<Record<PerClassId, ReadonlyArray<number | null>>>;
  /** Pixels by class. */
  readonly areas: readonly { readonly truth: number; readonly prediction: number }[];
}

/** Two instance maps, ready to be shown. */
export interface ObjectMaps extends Planes {
  readonly kind: "objects";
  readonly objects: { readonly truth: NumberedObjects; readonly prediction: NumberedObjects };
}

export interface NumberedObjects extends ObjectList {
  /** The ids in the file, by number less one. */
  readonly ids: Uint32Array;
}

export type MapPair = LabelMaps | ObjectMaps;
