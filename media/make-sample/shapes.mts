/** Shapes as fields: a function of a position in pixels, positive inside, about the distance to the outline in pixels. */
import { clamp, length } from "./math.mjs";
import { noise, random } from "./noise.mjs";

export type Field = (x: number, y: number) => number;

/** Inside where any of the shapes is. */
export function union(...fields: readonly Field[]): Field {
  return (x, y) => fields.reduce((best, field) => Math.max(best, field(x, y)), Number.NEGATIVE_INFINITY);
}

/** Inside `field`, outside `cut`. */
export function without(field: Field, cut: Field): Field {
  return (x, y) => Math.min(field(x, y), -cut(x, y));
}

/** Moved right and down. */
export function moved(field: Field, dx: number, dy: number): Field {
  return (x, y) => field(x - dx, y - dy);
}

/** Coordinates [along, across] of a frame centred at (cx, cy) that looks in the direction (dx, dy). */
export function frame(cx: number, cy: number, dx: number, dy: number): (x: number, y: number) => [number, number] {
  const c = dx / length(dx, dy);
  const s = dy / length(dx, dy);
  return (x, y) => [(x - cx) * c + (y - cy) * s, (y - cy) * c - (x - cx) * s];
}

export interface Blob {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Direction of the `rx` axis; to the right unless given. */
  readonly axis?: readonly [number, number];
  /** Depth of the bays and bumps, as a share of the radius. */
  readonly wavy: number;
  readonly seed: number;
}

/** An ellipse with a wavy outline. */
export function blob({ x: cx, y: cy, rx, ry, axis = [1, 0], wavy, seed }: Blob): Field {
  const local = frame(cx, cy, axis[0], axis[1]);
  return (x, y) => {
    const [u, v] = local(x, y);
    const r = Math.max(length(u / rx, v / ry), 1e-6);
    // Noise over the direction, not over the angle: it closes by itself and needs no arc tangent.
    const ux = u / rx / r;
    const uy = v / ry / r;
    const wave = noise(seed, ux * 1.3 + 7, uy * 1.3) + 0.35 * noise(seed + 1, ux * 3.1, uy * 3.1 + 5);
    return (1 + wavy * wave - r) * Math.min(rx, ry);
  };
}

/** A rectangle with rounded corners: half sizes along and across the frame. */
export function box(
  local: (x: number, y: number) => [number, number],
  along: number,
  across: number,
  round: number,
): Field {
  return (x, y) => {
    const [u, v] = local(x, y);
    const qu = Math.abs(u) - along + round;
    const qv = Math.abs(v) - across + round;
    return round - length(Math.max(qu, 0), Math.max(qv, 0)) - Math.min(Math.max(qu, qv), 0);
  };
}

/** A straight piece of a line whose radius changes from one end to the other. */
export interface Stroke {
  readonly from: readonly [x: number, y: number, radius: number];
  readonly to: readonly [x: number, y: number, radius: number];
}

/** Everything within its radius of a stroke. */
export function strokes(lines: readonly Stroke[]): Field {
  const prepared = lines.map(({ from, to }) => {
    const [ex, ey] = [to[0] - from[0], to[1] - from[1]];
    // Nothing further than this from the middle is inside.
    const reach = length(ex, ey) / 2 + Math.max(from[2], to[2]);
    return { x: from[0], y: from[1], r: from[2], ex, ey, er: to[2] - from[2], square: ex * ex + ey * ey, reach };
  });
  return (x, y) => {
    let best = Number.NEGATIVE_INFINITY;
    for (const { x: sx, y: sy, r, ex, ey, er, square, reach } of prepared) {
      const dx = x - sx;
      const dy = y - sy;
      const mx = dx - ex / 2;
      const my = dy - ey / 2;
      if (mx * mx + my * my > (reach - best) * (reach - best)) continue;
      const t = clamp((dx * ex + dy * ey) / square, 0, 1);
      best = Math.max(best, r + t * er - length(dx - t * ex, dy - t * ey));
    }
    return best;
  };
}

/** A Catmull-Rom spline through [x, y, radius] points, as strokes. */
export function spline(points: readonly (readonly [number, number, number])[], pieces = 10): Stroke[] {
  const at = (i: number) => points[clamp(i, 0, points.length - 1)] ?? [0, 0, 0];
  const value = (i: number, k: 0 | 1 | 2, t: number) => {
    const [a, b, c, d] = [at(i - 1)[k], at(i)[k], at(i + 1)[k], at(i + 2)[k]];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  };
  const point = (i: number, t: number) => [value(i, 0, t), value(i, 1, t), value(i, 2, t)] as const;
  const lines: Stroke[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    for (let k = 0; k < pieces; k++) lines.push({ from: point(i, k / pieces), to: point(i, (k + 1) / pieces) });
  }
  return lines;
}

export interface Growth {
  readonly at: readonly [x: number, y: number];
  readonly toward: readonly [x: number, y: number];
  readonly radius: number;
  /** Where a branch ends. */
  readonly thinnest: number;
  /** Radius kept after a step of `stride` pixels. */
  readonly taper: number;
  readonly stride: number;
  /** How much the direction changes at a step. */
  readonly bend: number;
  /** Chance of a side branch at a step. */
  readonly fork: number;
  readonly seed: number;
}

/** A branching line: vessels, cracks. */
export function grow(growth: Growth): Stroke[] {
  const { taper, stride, bend, fork, thinnest, seed } = growth;
  let [x, y] = growth.at;
  let [dx, dy] = growth.toward;
  let radius = growth.radius;
  const lines: Stroke[] = [];
  for (let i = 0; radius > thinnest && i < 200; i++) {
    const turn = bend * (2 * random(seed, i) - 1);
    [dx, dy] = [dx - turn * dy, dy + turn * dx];
    const size = length(dx, dy);
    dx /= size;
    dy /= size;
    const next = [x + stride * dx, y + stride * dy, radius * taper] as const;
    lines.push({ from: [x, y, radius], to: next });
    if (random(seed + 1, i) < fork && radius > thinnest * 1.3) {
      const side = random(seed + 2, i) < 0.5 ? -0.9 : 0.9;
      const toward = [dx - side * dy, dy + side * dx] as const;
      lines.push(...grow({ ...growth, at: [x, y], toward, radius: radius * 0.72, seed: seed + 31 * (i + 1) }));
      radius *= 0.9;
    }
    [x, y, radius] = [next[0], next[1], Math.min(radius, next[2])];
  }
  return lines;
}
