import type { Thumbnail } from "../../src/core/maps/thumbnail.js";
import { paintThumbnail } from "../frame/thumbnail.js";

/** Pictures that are asked for at a time; those that were scrolled past meanwhile are not asked for at all. */
const LANES = 2;
/** A slider in motion does not redraw them at every step, milliseconds. */
const REST = 250;
/** Pictures that are kept, so that scrolling back is instant. */
const MOST = 500;

export interface Thumbnails {
  /** The picture of a row if it is here; null for a pair that has none. Else it is asked for while `isWanted` holds. */
  get(row: number): HTMLCanvasElement | null | undefined;
  /** Forgets all: other rows. */
  clear(): void;
  /** The pictures are those at this threshold, once it rests. */
  setThreshold(threshold: number): void;
}

/** Pictures of rows, asked for as rows come into view. */
export function createThumbnails(
  ask: (row: number, threshold: number) => Promise<Thumbnail | null>,
  isWanted: (row: number) => boolean,
  onChange: () => void,
): Thumbnails {
  const kept = new Map<number, HTMLCanvasElement | null>();
  const waiting = new Set<number>();
  let asked = 0;
  let era = 0;
  let threshold: number | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const develop = () => {
    if (threshold === null) return;
    for (const row of waiting) {
      if (asked >= LANES) return;
      waiting.delete(row);
      if (isWanted(row)) void fetch(row, threshold, era);
    }
  };

  const fetch = async (row: number, at: number, of: number) => {
    asked++;
    // A host that has gone away takes the page with it.
    const picture = await ask(row, at).catch(() => null);
    asked--;
    if (of === era) {
      kept.set(row, picture && paintThumbnail(picture));
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      onChange();
    }
    develop();
  };

  const clear = () => {
    era++;
    kept.clear();
    waiting.clear();
  };

  return {
    get(row) {
      if (!kept.has(row) && !waiting.has(row)) {
        waiting.add(row);
        develop();
      }
      return kept.get(row);
    },
    clear,
    setThreshold(next) {
      clearTimeout(resting);
      if (next === threshold) return;
      const take = () => {
        threshold = next;
        clear();
        onChange();
      };
      if (threshold === null) take();
      else resting = setTimeout(take, REST);
    },
  };
}
