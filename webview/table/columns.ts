import { scoreById } from "../../src/core/catalogue.js";
import { formatCount, formatIn, formatValue } from "../ui/format.js";

/** A column of numbers. */
export interface Column {
  /** Of a score; or {@link AREA}, {@link DISAGREEMENT}, {@link CELL}. */
  readonly id: string;
  readonly title: string;
  /** What it is, in a sentence. */
  readonly words: string;
  readonly better: "lower" | "higher";
  readonly range: readonly [number, number];
  /** Its axis goes by decades. */
  readonly log: boolean;
  readonly format: (value: number) => string;
}

export const AREA = "area";
export const DISAGREEMENT = "disagreement";
/** Pixels of a class that were predicted as another. */
export const CELL = "cell";

const unbounded = [0, Number.POSITIVE_INFINITY] as const;

const made: Readonly<Record<string, Column>> = {
  [AREA]: {
    id: AREA,
    title: "Truth area, px",
    words: "Foreground pixels of the ground truth.",
    better: "higher",
    range: unbounded,
    log: true,
    format: formatCount,
  },
  [DISAGREEMENT]: {
    id: DISAGREEMENT,
    title: "Rank difference",
    words: "Rank by one score less rank by another.",
    better: "higher",
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    log: false,
    format: (value) => `${value > 0 ? "+" : ""}${formatValue(value)}`,
  },
  [CELL]: {
    id: CELL,
    title: "Confused, px",
    words: "Pixels of one class that were predicted as another.",
    better: "lower",
    range: unbounded,
    log: true,
    format: formatCount,
  },
};

/** @throws RangeError for an id that is no column. */
export function columnOf(id: string): Column {
  if (Object.hasOwn(made, id)) return made[id];
  const { title, source, better, range } = scoreById(id);
  return {
    id,
    title,
    words: source,
    better,
    range,
    log: false,
    format: formatIn(range),
  };
}

export const isScore = (id: string): boolean => !Object.hasOwn(made, id);
