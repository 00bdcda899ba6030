import type { Labels } from "../objects/components.js";

/** The pixels of every label, ascending: those of label id are `order[starts[id]]` up to, without, `order[starts[id + 1]]`. */
export interface LabelPixels {
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
}

/** Sorts the labelled pixels by label: a counting sort. Pixels of label 0 are left out. */
export function pixelsByLabel({ ids, count }: Labels): LabelPixels {
  const starts = new Uint32Array(count + 2);
  for (let i = 0; i < ids.length; i++) if (ids[i] > 0) starts[ids[i] + 1]++;
  for (let id = 1; id < starts.length; id++) starts[id] += starts[id - 1];
  const next = starts.slice();
  const order = new Uint32Array(starts[count + 1]);
  for (let i = 0; i < ids.length; i++) if (ids[i] > 0) order[next[ids[i]]++] = i;
  return { order, starts };
}
