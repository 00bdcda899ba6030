import { indexProbabilities } from "../../src/core/maps/levelIndex.js";
import type { Plane } from "../../src/core/maps/pool.js";
import type { ByteMap } from "../../src/core/maps/quantise.js";
import { FOREGROUND } from "../../src/core/raster.js";
import type { Tally } from "../../src/core/tally.js";
import type { Layer, LayerLook } from "../../src/protocol/persisted.js";
import { isDiverging, mapOf, maskColour } from "../stage/palettes.js";
import type { Distances, Scene } from "../stage/scene.js";
import { agreementOf, agreementPicture } from "./agreement.js";
import { bytePicture } from "./bytePicture.js";
import { jointPicture } from "./jointPicture.js";
import { outlinePicture } from "./outlinePicture.js";
import type { Picture } from "./picture.js";
import { byMagnitude, magnitudeScale, mapByMagnitude, signedScale } from "./scales.js";
import { signedBytes } from "./signedBytes.js";
import { errorTable, type JointTable, largestValue, maskTable, valueTable } from "./tables.js";
import { type LossTables, planesFor, weightedValues } from "./weightedLoss.js";
import { weightPlanes } from "./weightPlanes.js";

/** A layer as it is to be painted. */
export interface LayerPicture {
  readonly picture: Picture;
  /** The end of the scale of losses, gradients and distances, on both sides of 0 where it is signed. */
  readonly largest: number;
}

export interface PaintSettings {
  readonly look: LayerLook;
  readonly threshold: number;
  readonly overImage: boolean;
  readonly loss: LossTables | null;
  readonly gradient: LossTables | null;
  /** null: not measured, so that what is painted from them has no picture. */
  readonly distances: Distances | null;
}

export interface Painter {
  /** The picture of a layer; the same object as long as nothing that it depends on changes. Null: there is none. */
  paint(scene: Scene, layer: Exclude<Layer, "image">, settings: PaintSettings): LayerPicture | null;
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

  const paintMask = (scene: Scene, look: LayerLook, table: JointTable): LayerPicture => ({
    picture:
      look.style === "outline"
        ? outlinePicture(scene.sampler, table, maskColour(look.colours))
        : jointPicture(scene.sampler, table),
    largest: 1,
  });

  const paintValues = (
    name: string,
    scene: Scene,
    { look: { colours }, distances }: Pick<PaintSettings, "look" | "distances">,
    tables: LossTables,
  ): LayerPicture | null => {
    const { sampler, weight, ignored } = scene;
    const tally = scene.evidence.pixels;
    const map = mapOf(colours);
    const isSigned = isDiverging(colours);
    const { plain, ...weighted } = tables;
    if (plain && Object.keys(weighted).length === 0) {
      const largest = largestValue(tally, plain);
      const scale = isSigned ? signedScale : magnitudeScale;
      return { picture: jointPicture(sampler, valueTable(tally, plain, scale(largest), map)), largest };
    }
    const planes = remember(`${name} planes`, [tables, weight, distances], () =>
      planesFor(tables, weightPlanes(weight, distances)),
    );
    if (!planes) return null;
    const { bytes, largest } = remember(`${name} bytes`, [sampler, tables, planes, isSigned], () =>
      weightedValues(sampler.pixels, tables, planes, isSigned ? signedPeaks : magnitudeScale),
    );
    const peaks = isSigned ? mapByMagnitude(map) : map;
    return { picture: bytePicture(sampler, bytes, "maximum", peaks, ignored > 0), largest };
  };

  return {
    paint(scene, layer, { look, threshold, overImage, loss, gradient, distances }) {
      const { sampler, weight, ignored } = scene;
      const tally = scene.evidence.pixels;
      const bytes = (plane: Plane<Uint8Array>, largest: number): LayerPicture => ({
        picture: bytePicture(sampler, plane, "mean", mapOf(look.colours), ignored > 0),
        largest,
      });
      switch (layer) {
        case "errors":
          return remember(layer, [sampler, threshold, overImage], () => ({
            picture: jointPicture(sampler, errorTable(tally, threshold, overImage)),
            largest: 1,
          }));
        case "otherErrors": {
          const { other } = scene;
          return (
            other &&
            remember(layer, [other.sampler, threshold, overImage], () => ({
              picture: jointPicture(other.sampler, errorTable(other.pixels, threshold, overImage)),
              largest: 1,
            }))
          );
        }
        case "agreement": {
          const agreement = agreementOf(scene, threshold);
          return (
            agreement &&
            remember(layer, [agreement, overImage], () => ({
              picture: agreementPicture(agreement, overImage),
              largest: 1,
            }))
          );
        }
        case "truth":
          return remember(layer, [sampler, look.style, look.colours], () =>
            paintMask(
              scene,
              look,
              maskTable(tally, maskColour(look.colours), (_, truth) => truth === FOREGROUND),
            ),
          );
        case "prediction":
          return remember(layer, [sampler, look.style, look.colours, threshold], () =>
            paintMask(
              scene,
              look,
              maskTable(tally, maskColour(look.colours), (p) => p > threshold),
            ),
          );
        case "probability":
          return remember(layer, [sampler, look.colours], () =>
            bytes(
              remember("probability bytes", [sampler], () => probabilityBytes(scene, tally)),
              1,
            ),
          );
        case "weight":
          return (
            weight &&
            remember(layer, [sampler, weight, look.colours], () => bytes(planeOf(scene, weight), weight.maximum))
          );
        case "distance":
          return (
            distances &&
            remember(layer, [sampler, distances, look.colours], () => {
              const { values, largest } = signedBytes(distances.signed);
              return bytes({ ...scene.size, values }, largest);
            })
          );
        case "loss":
          return (
            loss &&
            remember(layer, [loss, weight, distances, look.colours], () =>
              paintValues(layer, scene, { look, distances }, loss),
            )
          );
        case "gradient":
          return (
            gradient &&
            remember(layer, [gradient, weight, look.colours], () =>
              paintValues(layer, scene, { look, distances }, gradient),
            )
          );
      }
    },
  };
}

const signedPeaks = (largest: number) => {
  const scale = signedScale(largest);
  return (value: number) => byMagnitude(scale(value));
};

const planeOf = ({ size }: Scene, { bytes }: ByteMap): Plane<Uint8Array> => ({ ...size, values: bytes });

/** Probabilities in 255 steps. */
function probabilityBytes({ size, sampler }: Scene, tally: Tally): Plane<Uint8Array> {
  const table = Uint8Array.from(indexProbabilities(tally), (p) => Math.round(p * 255));
  const { prediction } = sampler.pixels;
  const values = new Uint8Array(prediction.length);
  for (let i = 0; i < values.length; i++) values[i] = table[prediction[i]];
  return { ...size, values };
}
