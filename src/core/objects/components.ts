import type { Samples } from "../raster.js";

/** A labelled image: 0 is background, objects are numbered 1 … count in the order of their first pixel. */
export interface Labels {
  readonly width: number;
  readonly height: number;
  readonly ids: Int32Array;
  readonly count: number;
}

/** One value a pixel: a mask, or a map of ids. */
export type Pixels = Samples | Int32Array;

/**
 * Connected components of pixels of one value, 8-connected; 0 is background. Of a mask of 0 and 1 those of its foreground.
 * Two passes with union-find over runs' labels (Rosenfeld and Pfaltz 1966), linear in pixels.
 */
export function connectedComponents(map: Pixels, width: number, height: number): Labels {
  const ids = new Int32Array(width * height);
  const parents: number[] = [0];
  const find = (id: number): number => {
    let root = id;
    while (parents[root] !== root) root = parents[root];
    for (let at = id; at !== root; ) {
      const next = parents[at];
      parents[at] = root;
      at = next;
    }
    return root;
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const own = map[i];
      if (own === 0) continue;
      const up = i - width;
      let id = 0;
      // Neighbours above of this value touch each other through the middle one, so only right-above can join two components.
      if (y > 0 && map[up] === own) id = ids[up];
      else {
        if (x > 0 && map[i - 1] === own) id = ids[i - 1];
        else if (y > 0 && x > 0 && map[up - 1] === own) id = ids[up - 1];
        if (y > 0 && x + 1 < width && map[up + 1] === own) {
          if (id === 0) id = ids[up + 1];
          else join(parents, find(id), find(ids[up + 1]));
        }
      }
      if (id === 0) {
        id = parents.length;
        parents.push(id);
      }
      ids[i] = id;
    }
  }
  return { width, height, ids, count: number(ids, parents, find) };
}

function join(parents: number[], a: number, b: number): void {
  if (a < b) parents[b] = a;
  else parents[a] = b;
}

/** Replaces provisional ids by 1 … count; a root is the smallest id of its component, so order is first-pixel order. */
function number(ids: Int32Array, parents: number[], find: (id: number) => number): number {
  const final = new Int32Array(parents.length);
  let count = 0;
  for (let id = 1; id < parents.length; id++) {
    const root = find(id);
    final[id] = root === id ? ++count : final[root];
  }
  for (let i = 0; i < ids.length; i++) ids[i] = final[ids[i]];
  return count;
}
