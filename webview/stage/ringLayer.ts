import type { Speck } from "../../src/core/maps/specks.js";
import type { Grid } from "../paint/grid.js";
import { beyond, extentOf } from "../paint/parts.js";
import type { Picture } from "../paint/picture.js";
import { CLEAR } from "./palettes.js";
import { stampOf, stampRing } from "./ringStamp.js";
import { ringsIn, ringsSeen, type SeenRings } from "./rings.js";
import { createSurface } from "./surface.js";
import type { Rectangle } from "./viewport.js";

/** Specks, and how the mask they are in is looked at, device pixels. */
export interface RingedView {
  readonly specks: readonly Speck[];
  /** Where the whole mask lies: at whole pixels. */
  readonly box: Rectangle;
  /** What of the stage is seen. */
  readonly visible: Rectangle;
  /** Device pixels a mask pixel. */
  readonly scale: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/** Rings around specks: painted as a picture is, so that a camera that moves on finds most of them drawn. */
export interface RingLayer {
  /** @param pane names the place. */
  draw(context: CanvasRenderingContext2D, pane: string, view: RingedView): void;
}

export function createRingLayer(): RingLayer {
  const surface = createSurface();
  const kept = new Map<string, { readonly of: readonly unknown[]; readonly picture: Picture | null }>();

  /** How rings stand is decided once for a scale: else they would come and go as the camera moves on. */
  const pictureFor = (pane: string, { specks, scale, ratio }: RingedView, seen: Rectangle): Picture | null => {
    const of = [specks, scale, ratio, seen.width, seen.height];
    const known = kept.get(pane);
    if (known?.of.every((input, i) => input === of[i])) return known.picture;
    const first = ringsSeen(specks, seen, scale, ratio);
    const picture = first && ringPicture(specks, first, seen);
    kept.set(pane, { of, picture });
    return picture;
  };

  return {
    draw(context, pane, view) {
      const grid = gridOver(view);
      const picture = pictureFor(pane, view, extentOf(grid));
      if (picture) surface.draw(context, pane, picture, { fine: grid, quick: null }, view.ratio);
    },
  };
}

/** White rings in black ones. @param first those in the area that is painted first. */
function ringPicture(specks: readonly Speck[], { look, rings: first }: SeenRings, firstArea: Rectangle): Picture {
  return {
    isLocal: true,
    paint(out, grid, ratio) {
      const area = extentOf(grid);
      const rings = beyond(area, firstArea).length === 0 ? first : ringsIn(specks, area, grid.scale, look);
      out.fill(CLEAR);
      for (const ring of rings) stampRing(stampOf(ring.radius, ratio), ring, out, area);
    },
  };
}

const NO_SPANS = { from: new Int32Array(), to: new Int32Array(), cell: new Int32Array(), first: new Int32Array() };

/** All that is seen, also beside the mask, where rings at its edge reach; of no mask pixels. */
function gridOver({ box, visible, scale }: RingedView): Grid {
  const [left, top] = [Math.floor(visible.x), Math.floor(visible.y)];
  return {
    left,
    top,
    width: Math.ceil(visible.x + visible.width) - left,
    height: Math.ceil(visible.y + visible.height) - top,
    level: 0,
    columns: NO_SPANS,
    rows: NO_SPANS,
    offsetX: left - box.x,
    offsetY: top - box.y,
    scale,
  };
}
