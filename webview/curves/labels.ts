/** A curve to be named: its value at any x, null where it has none. */
export type CurveAt = (x: number) => number | null;

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
}

/** Away from the ends, where curves meet. */
const places = [0.08, 0.18, 0.3, 0.42, 0.58, 0.7, 0.82, 0.92];

/**
 * Where to name each curve on itself: there where the others, and the names before, are farthest away.
 * @param avoid places that are taken already.
 * @returns null for a curve that has no value anywhere.
 */
export function placeLabels(curves: readonly CurveAt[], avoid: readonly LabelPlace[] = []): Array<LabelPlace | null> {
  const taken = [...avoid];
  return curves.map((curve, own) => {
    let best: LabelPlace | null = null;
    let room = Number.NEGATIVE_INFINITY;
    for (const x of places) {
      const y = curve(x);
      if (y === null) continue;
      const others = curves.flatMap((other, i) => {
        const value = i === own ? null : other(x);
        return value === null ? [] : [Math.abs(value - y)];
      });
      const names = taken.map((name) => Math.hypot((name.x - x) / 2, name.y - y));
      const free = Math.min(1, ...others) + Math.min(1, ...names) / 2;
      if (free > room) {
        room = free;
        best = { x, y };
      }
    }
    if (best) taken.push(best);
    return best;
  });
}
