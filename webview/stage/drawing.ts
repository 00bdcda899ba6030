import type { Speck } from "../../src/core/maps/specks.js";
import type { Camera } from "../../src/protocol/persisted.js";
import type { RingLayer } from "./ringLayer.js";
import type { Surface } from "./surface.js";
import type { Point, Size } from "./viewport.js";

/** What the theme gives: read once, since each reading makes the browser resolve styles. */
export interface Theme {
  /** Behind a mask that leaves pixels clear. */
  readonly paper: string;
  /** Between mask pixels, close up. */
  readonly line: string;
  readonly text: string;
  readonly font: string;
}

export function readTheme(of: Element): Theme {
  const style = getComputedStyle(of);
  const [paper, line] = ["--paper", "--pixel-line"].map((name) => style.getPropertyValue(name));
  return { paper, line, text: style.color, font: style.fontFamily };
}

/** What the pictures of all panes, and what lies over them, are drawn with. */
export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly surface: Surface;
  readonly rings: RingLayer;
  readonly mask: Size;
  readonly camera: Camera | null;
  /** The camera is under way: what takes longer than a frame may be coarse until it rests. */
  readonly moving: boolean;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly theme: Theme;
  /** What is outlined, in mask coordinates. */
  readonly marked: Path2D | null;
  /** The pixel to frame. */
  readonly probe: Point | null;
  /** Side of the window around the probe, mask pixels; null: none is shown. */
  readonly window: number | null;
  /** Places to ring: errors too small to be seen from afar. */
  readonly specks: readonly Speck[];
  /** What is printed in a pixel that is large enough. */
  readonly print: ((pixel: Point) => string) | null;
}
