import { FOREGROUND } from "../src/core/raster.js";
import type { Layer } from "../src/protocol/persisted.js";
import { element } from "./dom.js";
import type { Hatch } from "./hatch.js";
import {
  type ColourTable,
  errorTable,
  grayTable,
  ignoredStencil,
  type LossTables,
  lossMap,
  paintBytes,
  paintJoint,
  paintNumbers,
  probabilityTable,
  stencilTable,
} from "./paint.js";
import { inferno, magma, viridis } from "./palettes.js";
import type { Scene } from "./scene.js";

/** A layer as pixels of the mask, ready to be drawn at any zoom. */
export interface Painted {
  readonly canvas: HTMLCanvasElement;
  readonly stencils: ReadonlyArray<{ readonly hatch: Hatch; readonly canvas: HTMLCanvasElement }>;
  /** The upper end of the scale of the per-pixel loss. */
  readonly largest: number;
}

export interface PaintSettings {
  readonly threshold: number;
  readonly overImage: boolean;
  readonly loss: LossTables | null;
}

export interface Painter {
  /** Paints a layer, or returns what was painted when nothing that it depends on changed. Null: there is no picture. */
  paint(scene: Scene, layer: Layer, settings: PaintSettings): Painted | null;
}

export function createPainter(): Painter {
  const kept = new Map<string, { readonly inputs: readonly unknown[]; readonly painted: Painted }>();

  const remember = (name: string, inputs: readonly unknown[], make: () => Painted): Painted => {
    const known = kept.get(name);
    if (known?.inputs.every((input, i) => input === inputs[i])) return known.painted;
    const painted = make();
    kept.set(name, { inputs, painted });
    return painted;
  };

  return {
    paint(scene, layer, { threshold, overImage, loss }) {
      const { pixels } = scene.view;
      const tally = scene.evidence.pixels;
      const table = (colours: ColourTable) => canvasOf(scene, (out) => paintJoint(out, pixels, colours));
      const plain = (canvas: HTMLCanvasElement, largest = 0): Painted => ({ canvas, stencils: ignored(), largest });
      const ignored = () =>
        scene.ignored === 0 ? [] : [{ hatch: "ignored" as const, canvas: table(ignoredStencil(tally)) }];

      switch (layer) {
        case "errors":
          return remember(layer, [pixels, threshold, overImage], () => ({
            canvas: table(errorTable(tally, threshold, overImage)),
            stencils: [
              ...(["fp", "fn"] as const).map((hatch) => ({
                hatch,
                canvas: table(stencilTable(tally, threshold, hatch)),
              })),
              ...ignored(),
            ],
            largest: 0,
          }));
        case "truth":
          return remember(layer, [pixels, overImage], () =>
            plain(table(grayTable(tally, overImage, (_, truth) => (truth === FOREGROUND ? 1 : 0)))),
          );
        case "prediction":
          return remember(layer, [pixels, overImage], () => plain(table(grayTable(tally, overImage, (p) => p))));
        case "probability":
          return remember(layer, [pixels], () => plain(table(probabilityTable(tally, viridis))));
        case "weight":
          return remember(layer, [pixels, scene.weight], () =>
            plain(canvasOf(scene, (out) => paintBytes(out, pixels.truth, scene.weight.bytes, magma))),
          );
        case "loss":
          return (
            loss &&
            remember(layer, [pixels, loss, scene.weight], () => {
              const shares = new Float64Array(pixels.truth.length);
              const largest = lossMap(shares, pixels, loss, scene.weight);
              return plain(
                canvasOf(scene, (out) => paintNumbers(out, pixels.truth, shares, largest, inferno)),
                largest,
              );
            })
          );
        case "image":
          return null;
      }
    },
  };
}

function canvasOf({ size }: Scene, paint: (out: Uint32Array) => void): HTMLCanvasElement {
  const canvas = element("canvas", { width: String(size.width), height: String(size.height) });
  const image = new ImageData(size.width, size.height);
  paint(new Uint32Array(image.data.buffer));
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  return canvas;
}
