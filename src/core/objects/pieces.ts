import { connectedComponents, type Pixels } from "./components.js";

/** How many 8-connected pieces every id but 0 has; ids are of 16 bits. */
export function piecesOfIds(map: Pixels, width: number, height: number): Map<number, number> {
  const { ids } = connectedComponents(map, width, height);
  const pieces = new Map<number, number>();
  // Pieces are numbered in the order of their first pixel: each new number is one more.
  let seen = 0;
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] <= seen) continue;
    seen = ids[i];
    pieces.set(map[i], (pieces.get(map[i]) ?? 0) + 1);
  }
  return pieces;
}
