import { bootstrapIntervals, type Interval, LANES, type SeriesGroup } from "../core/bootstrap.js";

/** A group of series for another thread. */
export interface SentGroup extends Pick<SeriesGroup, "series" | "length"> {
  /** As the group writes them; handed over. */
  readonly lanes: Float64Array<ArrayBuffer>;
}

export function sentGroup({ series, length, write }: SeriesGroup): SentGroup {
  const lanes = new Float64Array(LANES * length);
  write(lanes);
  return { series, length, lanes };
}

/** The intervals of groups from another thread. */
export function intervalsOfSent(groups: readonly SentGroup[]): Array<Array<Interval | null>> {
  return groups.map(({ lanes, ...group }) => bootstrapIntervals({ ...group, write: (to) => to.set(lanes) }));
}
