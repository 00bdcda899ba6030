import type { Steps } from "../../src/core/steps.js";
import type { Arrangement, Camera } from "../../src/protocol/persisted.js";
import type { Drawing, Theme } from "./drawing.js";
import { miniatureGrid } from "./minimap.js";
import type { Place } from "./places.js";
import { drawPane, outputOf, type Pane, preparePane } from "./stageDrawing.js";
import { cameraFor, type Point, type Size } from "./viewport.js";

export interface StageContent extends Pick<Drawing, "specks" | "print" | "window"> {
  readonly mask: Size;
  readonly panes: readonly Pane[];
  readonly arrangement: Arrangement;
  /** Where the divider of a swipe stands, from the left. */
  readonly split: number;
  readonly camera: Camera | null;
  readonly sentence: string;
}

/** What the person does on the stage, and what of it was pointed out. */
export interface StageView {
  readonly theme: Theme;
  /** The camera moves: there is no time for detail. */
  readonly moving: boolean;
  readonly probe: Point | null;
  readonly byKeyboard: boolean;
  readonly marked: Path2D | null;
  /** Which of two pictures in one place is seen. */
  readonly turn: 0 | 1;
  /** Every layer but the image is hidden. */
  readonly peek: boolean;
}

/** From this zoom on the pixel under the pointer is framed; below, the frame would hide what it points at. */
const PROBE_ZOOM = 4;

/** Gives a canvas a pixel for each of the screen. */
export function fitCanvas(canvas: HTMLCanvasElement, size: Size): void {
  const [width, height] = [size.width, size.height].map((edge) =>
    Math.max(1, Math.round(edge * window.devicePixelRatio)),
  );
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
}

/** What a stage is drawn with. */
export type StageTools = Pick<Drawing, "context" | "surface" | "rings">;

/** Draws all panes. @returns how they were drawn, for what else is to be. */
export function drawStage(
  { context, surface, rings }: StageTools,
  { mask, panes, camera, specks, print, arrangement, window: kernel }: StageContent,
  places: readonly Place[],
  { probe, byKeyboard, turn, peek, ...view }: StageView,
): Drawing {
  const { zoom } = cameraFor(camera, mask, places[0].rectangle);
  const isSeveral = arrangement === "sideBySide" || arrangement === "grid";
  const isFramed = byKeyboard || isSeveral || kernel !== null || zoom >= PROBE_ZOOM;
  const drawing: Drawing = {
    ...view,
    context,
    surface,
    rings,
    mask,
    camera,
    ratio: window.devicePixelRatio,
    probe: isFramed ? probe : null,
    window: kernel,
    specks,
    print,
  };
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  for (const [i, pane] of panes.entries()) {
    if (arrangement === "blink" && i !== turn) continue;
    const shown = peek ? { ...pane, sheets: pane.sheets.filter(({ id }) => id === "image") } : pane;
    drawPane(shown, String(i), places[i].rectangle, places[i].clip, drawing);
  }
  return drawing;
}

/** Readies the pictures of all panes: to be seen at rest, or to be drawn while the camera moves, for which they are small. */
export function* prepareStage(content: StageContent | null, places: readonly Place[], to: "rest" | "movement"): Steps {
  if (!content) return;
  const { mask, camera, panes } = content;
  const ratio = window.devicePixelRatio;
  const miniature = miniatureGrid(mask, places[0].rectangle, ratio);
  for (const [i, pane] of panes.entries()) {
    const atRest = () => outputOf(places[i].rectangle, { camera, mask, ratio, moving: false }).grid;
    yield* preparePane(pane, to === "rest" ? atRest() : miniature);
  }
}
