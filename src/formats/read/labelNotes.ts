import type { LabelClass } from "../../core/labels/classes.js";
import type { Samples } from "../../core/raster.js";
import { listed, pixelsHave } from "./words.js";

/** Class ids of one file. */
export interface LabelSide {
  readonly samples: Uint8Array | Uint16Array;
  /** Where the ids come from, in words. */
  readonly source: string;
  /** Colours that are no class's, in words; their pixels hold `none`. */
  readonly unknown: string | null;
  readonly none: number | null;
}

/** What was left out of the truth, with counts. @param asked the value that the user said to ignore. */
export function truthNotes(
  { samples, unknown, none }: LabelSide,
  classes: readonly LabelClass[],
  ignore: number | null,
  asked: number | null,
): string[] {
  const isIgnored = (id: number) => id === ignore;
  const isClass = classTest(classes);
  const voids = countWhere(samples, isIgnored);
  const others = countWhere(samples, (id) => !isClass(id) && id !== ignore && id !== none);
  return [
    ...(voids > 0 && asked !== null ? [`${pixelsHave(voids)} the ignored value ${ignore}`] : []),
    ...(voids > 0 && asked === null ? [`${pixelsHave(voids)} the value ${ignore}: read as void and left out`] : []),
    ...(others > 0
      ? [`${pixelsHave(others)} values that are no class (${valuesOutside(samples, isClass, ignore, none)}): left out`]
      : []),
    ...(unknown === null
      ? []
      : [`${pixelsHave(countWhere(samples, (id) => id === none))} colours that no class has (${unknown}): left out`]),
  ].map((note) => `truth: ${note}`);
}

/** What of the prediction is no class, where the truth is one. */
export function predictionNotes(
  truth: LabelSide,
  { samples, unknown, none }: LabelSide,
  classes: readonly LabelClass[],
): string[] {
  const isClass = classTest(classes);
  let [others, colours] = [0, 0];
  const values = new Set<number>();
  for (let i = 0; i < samples.length; i++) {
    const id = samples[i] as number;
    if (isClass(id) || !isClass(truth.samples[i] as number)) continue;
    if (id === none) colours++;
    else {
      others++;
      values.add(id);
    }
  }
  const missed = "counted as missed by the class of the truth";
  return [
    ...(others > 0
      ? [`${pixelsHave(others)} values that are no class (${listed([...values].sort((a, b) => a - b))}): ${missed}`]
      : []),
    ...(unknown === null ? [] : [`${pixelsHave(colours)} colours that no class has (${unknown}): ${missed}`]),
  ].map((note) => `prediction: ${note}`);
}

function classTest(classes: readonly LabelClass[]): (id: number) => boolean {
  const table = new Uint8Array(1 << 16);
  for (const { id } of classes) table[id] = 1;
  return (id) => table[id] === 1;
}

function countWhere(samples: Samples, test: (id: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < samples.length; i++) if (test(samples[i] as number)) count++;
  return count;
}

function valuesOutside(
  samples: Samples,
  isClass: (id: number) => boolean,
  ignore: number | null,
  none: number | null,
): string {
  const values = new Set<number>();
  for (const id of samples) if (!isClass(id) && id !== ignore && id !== none) values.add(id);
  return listed([...values].sort((a, b) => a - b));
}
