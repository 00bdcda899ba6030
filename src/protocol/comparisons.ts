import type { ComparedValue } from "../core/conventions/index.js";
import type { HowRead } from "../core/conventions/python.js";

/** Every convention of every score of a pair of label or instance maps, and how its files were read. */
export interface MapComparisons {
  readonly scores: Readonly<Record<string, readonly ComparedValue[]>>;
  readonly read: HowRead;
}
