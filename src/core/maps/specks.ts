import { BACKGROUND, FOREGROUND } from "../raster.js";
import { bands, type Steps } from "../steps.js";
import type { JointPixels } from "./extremes.js";

/** A few wrong pixels apart from everything else, in mask coordinates. */
export interface Speck {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More pixels than this are no speck. */
const MOST = 3;

/**
 * The isolated components (8-connected, each kind of error apart) of one to three wrong pixels: what a reduced picture
 * would hide. Those with both background and foreground of the truth around them are frays of an edge, no specks: they
 * are many, and seen with their edge. Only around wrong pixels is anything searched, so that it costs one look at every
 * other.
 *
 * @param kinds the kind of error by joint index of truth and prediction, 0 for none.
 */
export function* findSpecks({ width, height, truth, prediction }: JointPixels, kinds: Uint8Array): Steps<Speck[]> {
  const size = kinds.length / 3;
  const kindOf = (i: number) => kinds[truth[i] * size + prediction[i]];
  const specks: Speck[] = [];
  for (const [from, to] of bands(height, width)) {
    searchRows(from, to);
    yield;
  }
  return specks;

  function searchRows(from: number, to: number): void {
    for (let y = from, i = from * width; y < to; y++) {
      let before = 0;
      for (let x = 0; x < width; x++, i++) {
        const kind = kinds[truth[i] * size + prediction[i]];
        // Most wrong pixels have such a neighbour before them, or above.
        const isNew = kind !== 0 && kind !== before;
        before = kind;
        if (!isNew || (y > 0 && kindOf(i - width) === kind)) continue;
        const pixels = around(i, kind);
        if (pixels && Math.min(...pixels) === i && !isFray(pixels)) specks.push(boxOf(pixels));
      }
    }
  }

  /** The component of a pixel; null when it is larger than a speck. */
  function around(start: number, kind: number): number[] | null {
    const found = [start];
    for (const at of found) {
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (kindOf(next) !== kind || found.includes(next)) continue;
          if (found.length === MOST) return null;
          found.push(next);
        }
      }
    }
    return found;
  }

  function isFray(pixels: readonly number[]): boolean {
    const around = new Set<number>();
    for (const at of pixels) {
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (!pixels.includes(next)) around.add(truth[next]);
        }
      }
    }
    return around.has(BACKGROUND) && around.has(FOREGROUND);
  }

  function boxOf(pixels: readonly number[]) {
    const [xs, ys] = [pixels.map((at) => at % width), pixels.map((at) => Math.floor(at / width))];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
  }
}
