import { element } from "./dom.js";

/** What is drawn over a colour so that it can be told apart without seeing colour. */
export type Hatch = "fp" | "fn" | "ignored";

/** Edge of a hatching tile in CSS pixels; a power of two, so that tiles meet at every device pixel ratio. */
const TILE = 8;

/** Hatching in screen space: it keeps its density at every zoom. */
export function createHatches(context: CanvasRenderingContext2D, ratio: number): Record<Hatch, CanvasPattern | null> {
  return {
    fp: pattern(context, ratio, slashes("rgb(0 0 0 / 0.55)", 1.5)),
    fn: pattern(context, ratio, dots("rgb(255 255 255 / 0.85)")),
    ignored: pattern(context, ratio, slashes("rgb(160 160 160 / 0.9)", 1)),
  };
}

type Draw = (context: CanvasRenderingContext2D) => void;

function pattern(context: CanvasRenderingContext2D, ratio: number, draw: Draw): CanvasPattern | null {
  const edge = Math.max(1, Math.round(TILE * ratio));
  const tile = element("canvas", { width: String(edge), height: String(edge) });
  const drawing = tile.getContext("2d");
  if (!drawing) return null;
  drawing.scale(edge / TILE, edge / TILE);
  draw(drawing);
  return context.createPattern(tile, "repeat");
}

/** Lines rising to the right; three, so that they meet across the corners of the tile. */
function slashes(colour: string, width: number): Draw {
  return (context) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const shift of [-TILE, 0, TILE]) {
      context.moveTo(shift - 1, TILE + 1);
      context.lineTo(shift + TILE + 1, -1);
    }
    context.stroke();
  };
}

/** Dots on a staggered grid. */
function dots(colour: string): Draw {
  return (context) => {
    context.fillStyle = colour;
    for (const centre of [TILE / 4, (3 * TILE) / 4]) {
      context.beginPath();
      context.arc(centre, centre, 1.1, 0, 2 * Math.PI);
      context.fill();
    }
  };
}
