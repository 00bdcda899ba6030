import type { Thumbnail } from "../../src/core/maps/thumbnail.js";
import type { Strip, StripFrame } from "../../src/protocol/filmstrip.js";
import { element, setAttribute } from "../ui/dom.js";
import { createFilmFrame, type FilmFrame, PITCH } from "./filmFrame.js";

export interface FilmstripEvents {
  frames(revision: number, from: number, count: number): Promise<readonly StripFrame[]>;
  thumbnail(revision: number, place: number, threshold: number): Promise<Thumbnail | null>;
  open(revision: number, place: number): void;
}

export interface Filmstrip {
  readonly element: HTMLElement;
  /** null: there is no ranking, and no strip. */
  show(strip: Strip | null): void;
  setOpen(open: boolean): void;
  /** The pictures are those at this threshold, once it rests. */
  setThreshold(threshold: number): void;
}

/** A slider in motion does not redraw the strip at every step. */
const REST = 250;
/** Frames beyond the edges that are there already when they are scrolled in. */
const MARGIN = 3;
/** Pictures that are asked for at a time: those out of sight by the time of their turn are not asked for at all. */
const LANES = 2;
/** Neighbours on each side of the pair shown that stay in sight. */
const IN_SIGHT = 2;

/** The neighbours of the pair in rank order, as a list box whose options exist only where they are seen. */
export function createFilmstrip({ frames, thumbnail, open }: FilmstripEvents): Filmstrip {
  const track = element("div", { class: "film-track", role: "presentation" });
  const list = element(
    "div",
    {
      class: "film",
      role: "listbox",
      tabindex: "0",
      "aria-orientation": "horizontal",
      "aria-label": "Pairs in rank order",
      "data-testid": "filmstrip",
    },
    track,
  );
  const root = element("section", { class: "filmstrip", "aria-label": "Filmstrip", hidden: "" }, list);

  let strip: Strip | null = null;
  let isOpen = true;
  let asked = 0;
  let threshold: number | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const options = new Map<number, FilmFrame>();
  const waiting = new Set<number>();

  const range = (): readonly [first: number, end: number] => {
    const first = Math.floor(list.scrollLeft / PITCH) - MARGIN;
    const end = Math.ceil((list.scrollLeft + list.clientWidth) / PITCH) + MARGIN;
    return [Math.max(0, first), Math.min(strip?.count ?? 0, end)];
  };

  const layOut = () => {
    if (!strip || root.hidden) return;
    const [first, end] = range();
    for (const [place, frame] of options) {
      if (place >= first && place < end) continue;
      frame.element.remove();
      options.delete(place);
      waiting.delete(place);
    }
    const missing: number[] = [];
    for (let place = first; place < end; place++) {
      if (options.has(place)) continue;
      const frame = createFilmFrame(place, strip);
      options.set(place, frame);
      track.append(frame.element);
      missing.push(place);
    }
    for (const [place, frame] of options) frame.setCurrent(place === strip.current);
    setAttribute(list, "aria-activedescendant", options.get(strip.current)?.element.id ?? null);
    if (missing.length > 0) void name(strip, Math.min(...missing), Math.max(...missing) + 1);
    for (const place of missing) waiting.add(place);
    develop();
  };

  const name = async ({ revision }: Strip, from: number, end: number) => {
    const named = await frames(revision, from, end - from);
    if (revision !== strip?.revision) return;
    for (const [i, content] of named.entries()) options.get(from + i)?.setContent(content);
  };

  /** Asks for the picture that is nearest to the pair shown, and then for the next. */
  const develop = () => {
    while (strip && threshold !== null && asked < LANES && waiting.size > 0) {
      const { revision, current } = strip;
      const at = threshold;
      const [nearest] = [...waiting].sort((a, b) => Math.abs(a - current) - Math.abs(b - current));
      waiting.delete(nearest);
      asked++;
      thumbnail(revision, nearest, at)
        .then((picture) => {
          if (revision === strip?.revision && at === threshold) options.get(nearest)?.setPicture(picture, at);
        })
        // The host has gone away, and the page with it.
        .catch(() => undefined)
        .finally(() => {
          asked--;
          develop();
        });
    }
  };

  /** Brings a frame to the middle, unless it and its neighbours are in sight. */
  const reveal = (place: number) => {
    const [left, right] = [(place - IN_SIGHT) * PITCH, (place + 1 + IN_SIGHT) * PITCH];
    if (place < 0 || (left >= list.scrollLeft && right <= list.scrollLeft + list.clientWidth)) return;
    list.scrollLeft = place * PITCH - (list.clientWidth - PITCH) / 2;
  };

  const choose = (place: number) => {
    if (!strip || place < 0 || place >= strip.count || place === strip.current) return;
    // At once: who holds an arrow key down must not wait for each answer.
    strip = { ...strip, current: place };
    reveal(place);
    layOut();
    open(strip.revision, place);
  };

  list.addEventListener("scroll", () => requestAnimationFrame(layOut), { passive: true });
  list.addEventListener(
    "wheel",
    (event) => {
      if (event.deltaX === 0) list.scrollLeft += event.deltaY;
    },
    { passive: true },
  );
  list.addEventListener("click", ({ target }) => {
    const option = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
    if (option) choose(Number(option.dataset.place));
  });
  list.addEventListener("keydown", (event) => {
    if (!strip || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { current, count } = strip;
    const page = Math.max(1, Math.floor(list.clientWidth / PITCH));
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: current - 1,
      ArrowRight: current + 1,
      ArrowUp: current - 1,
      ArrowDown: current + 1,
      PageUp: current - page,
      PageDown: current + page,
      Home: 0,
      End: count - 1,
    };
    if (!Object.hasOwn(to, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    choose(Math.min(count - 1, Math.max(0, to[event.key])));
  });
  new ResizeObserver(() => {
    if (strip) reveal(strip.current);
    layOut();
  }).observe(list);

  return {
    element: root,
    show(next) {
      const renewed = next?.revision !== strip?.revision;
      const moved = renewed || next?.current !== strip?.current;
      strip = next;
      root.hidden = !isOpen || !next;
      if (renewed) {
        for (const { element: option } of options.values()) option.remove();
        options.clear();
        waiting.clear();
      }
      if (!next) return;
      track.style.width = `${next.count * PITCH}px`;
      if (moved) reveal(next.current);
      layOut();
    },
    setOpen(next) {
      if (isOpen === next) return;
      isOpen = next;
      root.hidden = !isOpen || !strip;
      if (strip) reveal(strip.current);
      layOut();
    },
    setThreshold(next) {
      clearTimeout(resting);
      if (next === threshold) return;
      const take = () => {
        threshold = next;
        for (const place of options.keys()) waiting.add(place);
        develop();
      };
      if (threshold === null) take();
      else resting = setTimeout(take, REST);
    },
  };
}
