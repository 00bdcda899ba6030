import { percent, pixels } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import type { ObjectCheck, ObjectSubject, Side } from "./subject.js";

/** An object that covers so much of the other side's background, and is so much of it, is the background. */
const COVERED = 0.7;
const MADE_OF = 0.5;
/** A background of a smaller part of the image may well be covered by an object. */
const LEAST = 0.05;

const otherSide = { truth: "prediction", prediction: "truth" } as const;

/** The object of a side that is the other's background. */
export interface BackgroundObject {
  readonly number: number;
  readonly pixels: number;
  /** The part of the background that it covers. */
  readonly part: number;
}

export function backgroundObject(
  { labels, lists, table, ignored }: ObjectSubject,
  side: Side,
): BackgroundObject | null {
  const other = otherSide[side];
  const counted = labels.truth.ids.length - ignored;
  const background = counted - lists[other].pixels.reduce((sum, n) => sum + n, 0);
  if (labels[other].count === 0 || background < LEAST * counted) return null;
  const outside = Float64Array.from(lists[side].pixels);
  for (const overlap of table.overlaps) outside[overlap[side] - 1] -= overlap.pixels;
  const at = outside.findIndex((n, i) => n >= COVERED * background && n >= MADE_OF * lists[side].pixels[i]);
  return at < 0 ? null : { number: at + 1, pixels: outside[at], part: outside[at] / background };
}

/** The background has an id of its own, and counts as an object. */
const check =
  (side: Side): ObjectCheck =>
  (subject) => {
    const found = backgroundObject(subject, side);
    if (!found) return null;
    const id = subject.ids[side][found.number - 1];
    const costs = side === "prediction" ? "a false one" : "one that is always missed";
    return mapFinding({
      id: side === "truth" ? "truth_background_object" : "background_object",
      title: `The background is an object${side === "truth" ? " in the truth" : ""}`,
      severity: "error",
      sentence: `Id ${id} of the ${side} covers ${percent(found.part)} of what is background in the ${otherSide[side]} (${pixels(found.pixels)}), and counts as an object, ${costs}. Save the background as 0.`,
      evidence: { id, pixels: found.pixels, part: found.part },
      object: { side, id },
    });
  };

export const backgroundInPrediction = check("prediction");
export const backgroundInTruth = check("truth");
