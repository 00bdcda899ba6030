import type { Samples } from "../raster.js";

/** How many 8-connected pieces every id but 0 has; ids are of 16 bits. */
export function piecesOfIds(ids: Samples, width: number, height: number): Map<number, number> {
  const parents = new Int32Array(ids.length);
  const find = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root];
    for (let node = at; node !== root; ) {
      const next = parents[node];
      parents[node] = root;
      node = next;
    }
    return root;
  };
  const pieces = new Int32Array(1 << 16);
  const present = new Set<number>();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      parents[i] = i;
      const id = ids[i];
      if (id === 0) continue;
      if (pieces[id]++ === 0) present.add(id);
      const join = (other: number) => {
        if (ids[other] !== id) return;
        const [a, b] = [find(other), find(i)];
        if (a === b) return;
        parents[Math.max(a, b)] = Math.min(a, b);
        pieces[id]--;
      };
      if (x > 0) join(i - 1);
      if (y === 0) continue;
      if (x > 0) join(i - width - 1);
      join(i - width);
      if (x + 1 < width) join(i - width + 1);
    }
  }
  return new Map(Array.from(present, (id) => [id, pieces[id]]));
}
