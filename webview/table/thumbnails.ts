import type { Thumbnail } from "../../src/core/maps/thumbnail.js";
import { paintThumbnail } from "../frame/thumbnail.js";

/** Pictures that are asked for at a time; those that were scrolled past meanwhile are not asked for at all. */
const LANES = 2;
/** Pictures that are kept, so that scrolling back is instant. */
const MOST = 500;

export interface Thumbnails {
  /** The picture of a row if it is here; null for a pair that has none. Else it is asked for while `isWanted` holds. */
  get(row: number): HTMLCanvasElement | null | undefined;
  /** Forgets all: other rows, or another threshold. */
  clear(): void;
}

/** Pictures of rows, asked for as rows come into view. */
export function createThumbnails(
  ask: (row: number) => Promise<Thumbnail | null>,
  isWanted: (row: number) => boolean,
  onArrival: (row: number) => void,
): Thumbnails {
  const kept = new Map<number, HTMLCanvasElement | null>();
  const waiting = new Set<number>();
  let asked = 0;
  let era = 0;

  const develop = () => {
    for (const row of waiting) {
      if (asked >= LANES) return;
      waiting.delete(row);
      if (isWanted(row)) void fetch(row, era);
    }
  };

  const fetch = async (row: number, of: number) => {
    asked++;
    // A host that has gone away takes the page with it.
    const picture = await ask(row).catch(() => null);
    asked--;
    if (of === era) {
      kept.set(row, picture && paintThumbnail(picture));
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      onArrival(row);
    }
    develop();
  };

  return {
    get(row) {
      if (!kept.has(row) && !waiting.has(row)) {
        waiting.add(row);
        develop();
      }
      return kept.get(row);
    },
    clear() {
      era++;
      kept.clear();
      waiting.clear();
    },
  };
}
