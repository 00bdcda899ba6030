import type { Camera } from "../../src/protocol/persisted.js";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Point, Size {}

/** CSS pixels a mask pixel. */
const MOST_ZOOM = 64;

/** Air around a mask that fits, CSS pixels on each side. */
const MARGIN = 8;

/** The zoom at which the whole mask fits a pane. */
export function fitZoom(mask: Size, pane: Size): number {
  const inner = { width: Math.max(1, pane.width - 2 * MARGIN), height: Math.max(1, pane.height - 2 * MARGIN) };
  return Math.min(inner.width / mask.width, inner.height / mask.height, MOST_ZOOM);
}

/** The camera to draw with: the one given, or the whole mask. */
export function cameraFor(camera: Camera | null, mask: Size, pane: Size): Camera {
  return camera ?? { x: mask.width / 2, y: mask.height / 2, zoom: fitZoom(mask, pane) };
}

/** From a point of the pane (CSS pixels from its corner) to mask coordinates. */
export function toMask(camera: Camera, pane: Size, point: Point): Point {
  return {
    x: camera.x + (point.x - pane.width / 2) / camera.zoom,
    y: camera.y + (point.y - pane.height / 2) / camera.zoom,
  };
}

/** From mask coordinates to a point of the pane. */
export function toPane(camera: Camera, pane: Size, point: Point): Point {
  return {
    x: (point.x - camera.x) * camera.zoom + pane.width / 2,
    y: (point.y - camera.y) * camera.zoom + pane.height / 2,
  };
}

/** Keeps the centre of the pane on the mask, and the zoom between half of what fits (at most 1) and 64. */
export function clampCamera(camera: Camera, mask: Size, pane: Size): Camera {
  const least = Math.min(1, fitZoom(mask, pane) / 2);
  return {
    x: Math.min(mask.width, Math.max(0, camera.x)),
    y: Math.min(mask.height, Math.max(0, camera.y)),
    zoom: Math.min(MOST_ZOOM, Math.max(least, camera.zoom)),
  };
}

/** Zooms by a factor; the mask coordinate under `at` (a point of the pane) stays where it is. */
export function zoomAt(camera: Camera, factor: number, at: Point, mask: Size, pane: Size): Camera {
  const zoom = clampCamera({ ...camera, zoom: camera.zoom * factor }, mask, pane).zoom;
  const fixed = toMask(camera, pane, at);
  return clampCamera(
    {
      x: fixed.x - (at.x - pane.width / 2) / zoom,
      y: fixed.y - (at.y - pane.height / 2) / zoom,
      zoom,
    },
    mask,
    pane,
  );
}

/** Moves what is seen by CSS pixels: a drag to the right shows what lies to the left. */
export function pan(camera: Camera, dx: number, dy: number, mask: Size, pane: Size): Camera {
  return clampCamera({ ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom }, mask, pane);
}

/** Closest that a flight comes to something small, CSS pixels a mask pixel: its surroundings stay in sight. */
const FLIGHT_ZOOM = 16;

/** The part of the pane that what was flown to takes up. */
const FLIGHT_PART = 0.5;

/** The camera that shows a rectangle of the mask with its surroundings. */
export function cameraOn({ x, y, width, height }: Rectangle, mask: Size, pane: Size): Camera {
  const zoom = Math.min(
    FLIGHT_ZOOM,
    (FLIGHT_PART * pane.width) / Math.max(1, width),
    (FLIGHT_PART * pane.height) / Math.max(1, height),
  );
  return clampCamera({ x: x + width / 2, y: y + height / 2, zoom }, mask, pane);
}

/** The pixel at mask coordinates, or null outside. */
export function pixelAt(point: Point, mask: Size): Point | null {
  const x = Math.floor(point.x);
  const y = Math.floor(point.y);
  return x >= 0 && y >= 0 && x < mask.width && y < mask.height ? { x, y } : null;
}
