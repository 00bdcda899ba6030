import { bootstrapIntervals, type Interval, LANES, type SeriesGroup } from "../core/bootstrap.js";

/** A group of series for another thread. */
export interface SentGroup extends Pick<SeriesGroup, "series" | "length"> {
  /** As the group writes them; there may be room for more. */
  readonly lanes: Float64Array<SharedArrayBuffer>;
}

/** Numbers that are sent at once, beyond the first group: a megabyte. */
const MOST_NUMBERS = 1 << 17;

/** Groups in pieces that are sent at once: of many images one by one, of few as many for each thread. */
export function inShares(groups: readonly SeriesGroup[], threads: number): SeriesGroup[][] {
  const longest = Math.max(1, ...groups.map(({ length }) => length));
  const fit = Math.floor(MOST_NUMBERS / (LANES * longest));
  const size = Math.max(1, Math.min(Math.ceil(groups.length / threads), fit));
  return Array.from({ length: Math.ceil(groups.length / size) }, (_, i) => groups.slice(i * size, (i + 1) * size));
}

/** Room in which any of the groups can be sent, one after the other. */
export function roomFor(groups: readonly SeriesGroup[]): SentGroup["lanes"] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return new Float64Array(new SharedArrayBuffer(LANES * longest * Float64Array.BYTES_PER_ELEMENT));
}

export function sentGroup({ series, length, write }: SeriesGroup, lanes: SentGroup["lanes"]): SentGroup {
  write(lanes);
  return { series, length, lanes };
}

/** The intervals of groups from another thread. */
export function intervalsOfSent(groups: readonly SentGroup[]): Array<Array<Interval | null>> {
  return groups.map(({ series, length, lanes }) =>
    bootstrapIntervals({ series, length, write: (to) => to.set(lanes.subarray(0, to.length)) }),
  );
}
