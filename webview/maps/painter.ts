import { mapErrors } from "../../src/core/maps/mapErrors.js";
import { type Layer, otherLayers } from "../../src/protocol/persisted.js";
import { layerTitles } from "../frame/sentences.js";
import type { LayerPicture } from "../paint/painter.js";
import type { LayerSource } from "../stage/panes.js";
import type { State } from "../state/state.js";
import { mapAgreementPicture } from "./agreement.js";
import { classColours, objectColours } from "./colours.js";
import { errorPicture, placePicture } from "./pictures.js";
import type { MapScene } from "./scene.js";

const mapLayers: readonly Layer[] = ["image", "errors", "truth", "prediction"];

/** The pictures that there are of a pair: where two models are compared, those of both. */
export function mapLayersOf({ view }: MapScene): readonly Layer[] {
  return view.other ? [...mapLayers, ...otherLayers] : mapLayers;
}

export interface MapPainter {
  /** @param only the place of the class that is looked at; null: all. */
  layers(scene: MapScene, state: State, only: number | null): LayerSource;
}

/** Paints label and instance maps; the same picture stays the same object. */
export function createMapPainter(): MapPainter {
  const kept = new Map<string, { readonly inputs: readonly unknown[]; readonly picture: LayerPicture }>();
  const remember = (name: string, inputs: readonly unknown[], make: () => LayerPicture["picture"]): LayerPicture => {
    const known = kept.get(name);
    if (known?.inputs.every((input, i) => input === inputs[i])) return known.picture;
    const picture = { picture: make(), largest: mapErrors.length };
    kept.set(name, { inputs, picture });
    return picture;
  };
  return {
    layers(scene, { looks }, only) {
      const { maps, other: model } = scene.view;
      const { sampler, other } = scene.compared(only);
      return {
        layers: mapLayersOf(scene),
        image: scene.image,
        paint(layer, overImage) {
          if (other && layer === "agreement") {
            const { agreement } = other;
            return remember(layer, [agreement, overImage], () => mapAgreementPicture(agreement, overImage));
          }
          if (other && layer === "otherErrors") {
            const { sampler: samplerOfA } = other.errors;
            return remember(layer, [samplerOfA, overImage], () => errorPicture(samplerOfA, overImage));
          }
          if (layer !== "truth" && layer !== "prediction") {
            return remember("errors", [sampler, overImage], () => errorPicture(sampler, overImage));
          }
          const { style } = looks[layer];
          return remember(layer, [sampler, style], () => {
            const colours =
              maps.kind === "labels" ? classColours(maps.classes, only) : objectColours(maps.objects[layer].ids);
            return placePicture(sampler, maps[layer], colours, style);
          });
        },
        titleOf(layer) {
          if (model && layer === "otherErrors") return `A: ${model.name}`;
          return model && layer === "errors" ? `B: ${model.own}` : layerTitles[layer];
        },
        missing: () => "No source image was found",
      };
    },
  };
}
