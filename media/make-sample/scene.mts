/** One pair of the sample: a picture, its truth, and what two models make of it. */
import type { Model } from "./model.mjs";
import type { Painter } from "./paint.mjs";
import type { Field } from "./shapes.mjs";

/** What a model sees: the shape it believes in, and what becomes of its logits. */
export interface Belief {
  readonly shape: Field;
  /** Changes the logit at a pixel (its column and row). */
  readonly edit?: (logit: number, x: number, y: number) => number;
  /** Replaces parts of the model for this picture. */
  readonly model?: Partial<Model>;
}

export interface Scene {
  /** What is seen, then the failure: the file name without `.png`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  readonly paint: Painter;
  /** Positive on the object. */
  readonly truth: Field;
  /** The weaker model. */
  readonly v1: Belief;
  /** The better model. */
  readonly v2: Belief;
}
