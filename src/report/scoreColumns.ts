import type { Scores } from "../core/evaluate.js";

/** Numbers of images by column, read as they are needed: of thousands of images, columns of their own take megabytes. */
export interface Columns {
  readonly count: number;
  /**
   * Visits the values of some columns, those of each in the order of the images; NaN where one is undefined.
   * @param take is told the place of the column among those asked for.
   */
  visit(columns: readonly number[], take: (place: number, value: number) => void): void;
}

/** The scores of pairs, a column an id. A pair that lacks a score, being of another kind, is no gap in its column. */
export function scoreColumns(pairs: Iterable<{ readonly scores: Scores }>, ids: readonly string[]): Columns {
  return {
    count: ids.length,
    visit(columns, take) {
      for (const { scores } of pairs) {
        for (const [place, column] of columns.entries()) {
          const value = scores[ids[column]];
          if (value !== undefined) take(place, value ?? Number.NaN);
        }
      }
    },
  };
}

/** Columns that are there. */
export function arrayColumns(arrays: readonly Float64Array[]): Columns {
  return {
    count: arrays.length,
    visit(columns, take) {
      for (const [place, column] of columns.entries()) for (const value of arrays[column]) take(place, value);
    },
  };
}
