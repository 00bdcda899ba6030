import { bootstrapIntervals, type Interval, LANES, type SeriesGroup } from "../core/bootstrap.js";

/** A group of series for another thread. */
export interface SentGroup extends Pick<SeriesGroup, "series" | "length"> {
  /** As the group writes them; there may be room for more. */
  readonly lanes: Float64Array<SharedArrayBuffer>;
}

/** Room in which any of the groups can be sent, one after the other: of many images each takes a megabyte. */
export function roomFor(groups: readonly SeriesGroup[]): SentGroup["lanes"] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return new Float64Array(new SharedArrayBuffer(LANES * longest * Float64Array.BYTES_PER_ELEMENT));
}

export function sentGroup({ series, length, write }: SeriesGroup, lanes: SentGroup["lanes"]): SentGroup {
  write(lanes);
  return { series, length, lanes };
}

/** The intervals of a group from another thread. */
export function intervalsOfSent({ series, length, lanes }: SentGroup): Array<Interval | null> {
  return bootstrapIntervals({ series, length, write: (to) => to.set(lanes.subarray(0, to.length)) });
}
