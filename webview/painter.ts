import { FOREGROUND, IGNORED } from "../src/core/raster.js";
import type { Layer } from "../src/protocol/persisted.js";
import { LEFT_OUT } from "./hatch.js";
import {
  errorTable,
  grayTable,
  hatchTable,
  type LossTables,
  largestShare,
  lossMap,
  paintBytes,
  paintJoint,
  paintShares,
  probabilityTable,
  shareTable,
} from "./paint.js";
import { inferno, magma, viridis } from "./palettes.js";
import type { Scene } from "./scene.js";
import type { Size } from "./viewport.js";

/** A layer as pixels of the mask, ready to be drawn at any zoom. */
export interface Painted {
  readonly size: Size;
  /** One packed colour a pixel. */
  readonly colours: Uint32Array;
  /** One hatching a pixel; null where nothing is hatched. */
  readonly codes: Uint8Array | null;
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
  const kept = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();

  const remember = <Value>(name: string, inputs: readonly unknown[], make: () => Value): Value => {
    const known = kept.get(name);
    // The name decides the type.
    if (known?.inputs.every((input, i) => input === inputs[i])) return known.value as Value;
    const value = make();
    kept.set(name, { inputs, value });
    return value;
  };

  return {
    paint(scene, layer, { threshold, overImage, loss }) {
      const { size, weight, view } = scene;
      const { pixels } = view;
      const { truth } = pixels;
      const tally = scene.evidence.pixels;

      const leftOut = () =>
        scene.ignored === 0
          ? null
          : remember("left out", [truth], () => truth.map((value) => (value === IGNORED ? LEFT_OUT : 0)));
      const painted = (paint: (colours: Uint32Array) => number | undefined): Painted => {
        const colours = new Uint32Array(truth.length);
        const largest = paint(colours) ?? 0;
        return { size, colours, codes: leftOut(), largest };
      };
      const joint = (table: Uint32Array) =>
        painted((colours) => {
          paintJoint(colours, pixels, table);
          return undefined;
        });

      switch (layer) {
        case "errors":
          return remember(layer, [pixels, threshold, overImage], () => {
            const codes = new Uint8Array(truth.length);
            paintJoint(codes, pixels, hatchTable(tally, threshold));
            return { ...joint(errorTable(tally, threshold, overImage)), codes };
          });
        case "truth":
          return remember(layer, [pixels, overImage], () =>
            joint(grayTable(tally, overImage, (_, truth) => (truth === FOREGROUND ? 1 : 0))),
          );
        case "prediction":
          return remember(layer, [pixels, overImage], () => joint(grayTable(tally, overImage, (p) => p)));
        case "probability":
          return remember(layer, [pixels], () => joint(probabilityTable(tally, viridis)));
        case "weight":
          return remember(layer, [pixels, weight], () =>
            painted((colours) => {
              paintBytes(colours, truth, weight.bytes, magma);
              return undefined;
            }),
          );
        case "loss":
          return (
            loss &&
            remember(layer, [pixels, loss, weight], () => {
              if (loss.plain && !loss.weighted) {
                const largest = largestShare(tally, loss.plain);
                return { ...joint(shareTable(loss.plain, largest, inferno)), largest };
              }
              return painted((colours) => {
                const shares = new Float64Array(truth.length);
                const largest = lossMap(shares, pixels, loss, weight);
                paintShares(colours, truth, shares, largest, inferno);
                return largest;
              });
            })
          );
        case "image":
          return null;
      }
    },
  };
}
