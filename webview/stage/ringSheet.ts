import type { Speck } from "../../src/core/maps/specks.js";
import { drawRings, type Ring, ringsOf } from "./rings.js";
import type { Rectangle } from "./viewport.js";

/** Specks, and how the mask they are in is looked at; in device pixels, of which `ratio` make one of CSS. */
export interface RingedView {
  readonly specks: readonly Speck[];
  /** Where the whole mask lies: at whole pixels. */
  readonly box: Rectangle;
  /** What of it is seen. */
  readonly visible: Rectangle;
  readonly scale: number;
  readonly ratio: number;
}

/** The rings around specks. Hundreds take longer than a frame of a drag has: they are drawn ahead, with some around the view. */
export interface RingSheet {
  draw(context: CanvasRenderingContext2D, view: RingedView): void;
  /** Draws ahead for the view and its surroundings. */
  prepare(view: RingedView): void;
}

interface Sheet extends Pick<RingedView, "specks" | "scale" | "ratio"> {
  readonly picture: ImageBitmap;
  /** What it shows, from the corner of the mask. */
  readonly area: Rectangle;
}

/** How far a drag goes, most times, device pixels. */
const MARGIN = 256;

/** Fewer are drawn one by one in less time than the sheet. */
const FEW = 64;

export function createRingSheet(): RingSheet {
  let sheet: Sheet | null = null;

  const covers = ({ specks, scale, ratio }: RingedView, { x, y, width, height }: Rectangle): Sheet | null =>
    sheet?.specks === specks &&
    sheet.scale === scale &&
    sheet.ratio === ratio &&
    x >= sheet.area.x &&
    y >= sheet.area.y &&
    x + width <= sheet.area.x + sheet.area.width &&
    y + height <= sheet.area.y + sheet.area.height
      ? sheet
      : null;

  return {
    draw(context, view) {
      const { specks, box, visible, scale, ratio } = view;
      const seen = seenOf(view);
      const own = covers(view, seen);
      if (!own) {
        drawRings(context, ringsOf(specks, box, visible, scale, ratio), ratio);
        return;
      }
      const { x, y, width, height } = seen;
      context.drawImage(
        own.picture,
        x - own.area.x,
        y - own.area.y,
        width,
        height,
        box.x + x,
        box.y + y,
        width,
        height,
      );
    },
    prepare(view) {
      const { specks, box, visible, scale, ratio } = view;
      const seen = seenOf(view);
      if (covers(view, grown(seen, MARGIN / 2))) return;
      const rings = ringsOf(specks, box, visible, scale, ratio, MARGIN);
      sheet?.picture.close();
      sheet = null;
      if (rings.length <= FEW) return;
      const area = grown(seen, MARGIN);
      const moved = rings.map((ring): Ring => ({ ...ring, x: ring.x - box.x - area.x, y: ring.y - box.y - area.y }));
      const canvas = new OffscreenCanvas(area.width, area.height);
      const context = canvas.getContext("2d");
      if (!context) return;
      drawRings(context, moved, ratio);
      sheet = { specks, scale, ratio, area, picture: canvas.transferToImageBitmap() };
    },
  };
}

/** What is seen, from the corner of the mask, in whole pixels. */
function seenOf({ box, visible }: RingedView): Rectangle {
  const [x, y] = [Math.floor(visible.x - box.x), Math.floor(visible.y - box.y)];
  const [right, bottom] = [visible.x + visible.width - box.x, visible.y + visible.height - box.y];
  return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
