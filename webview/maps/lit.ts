import { classTitle, type LabelClass } from "../../src/core/labels/classes.js";
import type { MapPair } from "../../src/core/maps/mapPair.js";
import type { Confused } from "../../src/protocol/confusion.js";
import { outline } from "../paint/outlinePicture.js";
import type { Picture } from "../paint/picture.js";
import { CLEAR, pack } from "../stage/palettes.js";
import type { Pane } from "../stage/stageDrawing.js";
import { formatCount } from "../ui/format.js";
import { createPixelSampler } from "./sampler.js";
import { spread } from "./spread.js";

/** The pixels of a confusion, lit: everything else steps back, and a line runs around them. */
export interface Lit {
  readonly cell: Confused;
  readonly pixels: number;
  /** "truth road, predicted sidewalk: 1,204 pixels". */
  readonly words: string;
  /** Lies over a pane; where no pixel has the confusion, nothing steps back. */
  over(pane: Pane): Pane;
}

const LINE = pack(255, 255, 255);
const DIM = pack(0, 0, 0, 168);

/** Null for maps without classes. */
export function litPixels(maps: MapPair, cell: Confused): Lit | null {
  if (maps.kind !== "labels") return null;
  const place = (id: number) => maps.classes.findIndex((own) => own.id === id);
  const [truth, predicted] = [place(cell.truth), place(cell.predicted)];
  const isLit = Uint8Array.from(maps.truth, (own, i) => (own === truth && maps.prediction[i] === predicted ? 1 : 0));
  const pixels = isLit.reduce((sum, lit) => sum + lit, 0);
  const count = `${formatCount(pixels)} ${pixels === 1 ? "pixel" : "pixels"}`;
  const sheet = { id: "lit", content: litPicture(maps, isLit), opacity: 1 };
  return {
    cell,
    pixels,
    words: `truth ${titleOf(maps.classes, cell.truth)}, predicted ${titleOf(maps.classes, cell.predicted)}: ${count}`,
    over: (pane) => (pixels === 0 ? pane : { ...pane, sheets: [...pane.sheets, sheet] }),
  };
}

/** A class that this pair does not have goes by its id. */
function titleOf(classes: readonly LabelClass[], id: number): string {
  return classTitle(classes.find((own) => own.id === id) ?? { id });
}

function litPicture(size: { readonly width: number; readonly height: number }, isLit: Uint8Array): Picture {
  const sampler = createPixelSampler(size, isLit, Uint8Array.of(0, 1));
  return {
    isLocal: false,
    prepare: sampler.prepare,
    paint(out, grid, ratio) {
      const { codes } = sampler.pick(grid);
      const inside = new Uint8Array(out.length);
      spread(inside, grid, (cell) => codes[cell]);
      outline(out, inside, grid.width, grid.height, ratio, () => LINE);
      for (let i = 0; i < out.length; i++) if (inside[i] === 0 && out[i] === CLEAR) out[i] = DIM;
    },
  };
}
