/** Receives numbers of the pixels from `start` on, most often a row of them. The array is used again for the next. */
export type VisitRow = (values: Float64Array, start: number) => void;
