import type { Arrangement } from "../../src/protocol/persisted.js";
import { fitZoom, type Rectangle, type Size } from "./viewport.js";

/** Where a pane lies on the stage, CSS pixels. */
export interface Place {
  /** What its camera looks through. */
  readonly rectangle: Rectangle;
  /** The part of it that is drawn. */
  readonly clip: Rectangle;
}

/** Space between panes, CSS pixels. */
const GAP = 1;

/** Puts panes in their places. @param split where the divider of a swipe stands, from the left. */
export function arrangePanes(
  arrangement: Arrangement,
  count: number,
  mask: Size,
  stage: Size,
  split: number,
): readonly Place[] {
  const whole = { x: 0, y: 0, ...stage };
  switch (arrangement) {
    case "grid":
      return tiles(Math.ceil(Math.sqrt(count)), count, stage);
    case "sideBySide":
      return Array.from({ length: count }, (_, i) => tiles(i + 1, count, stage)).reduce((a, b) =>
        fitZoom(mask, b[0].rectangle) >= fitZoom(mask, a[0].rectangle) ? b : a,
      );
    case "swipe": {
      const at = Math.round(split * stage.width);
      return [
        { rectangle: whole, clip: { ...whole, width: at } },
        { rectangle: whole, clip: { ...whole, x: at, width: stage.width - at } },
      ];
    }
    default:
      return Array.from({ length: count }, () => ({ rectangle: whole, clip: whole }));
  }
}

function tiles(columns: number, count: number, stage: Size): Place[] {
  const rows = Math.ceil(count / columns);
  const width = (stage.width - GAP * (columns - 1)) / columns;
  const height = (stage.height - GAP * (rows - 1)) / rows;
  return Array.from({ length: count }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const rectangle = { x: column * (width + GAP), y: row * (height + GAP), width, height };
    return { rectangle, clip: rectangle };
  });
}
