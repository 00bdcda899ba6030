import type { SentPair } from "../../src/protocol/pairView.js";
import { ownLayers } from "../../src/protocol/persisted.js";
import { stageLayers } from "../stage/panes.js";
import { createScene, decodeImage, type Scene } from "../stage/scene.js";
import { hardLayers } from "../state/looks.js";
import type { State } from "../state/state.js";
import { inflatePair } from "./inflate.js";

/** Pairs as they arrive: first what they look like at a threshold, then whole. */
export interface Arrivals {
  sketch(sent: SentPair, key: string): Promise<Scene>;
  whole(sent: SentPair, key: string): Promise<Scene>;
}

export function createArrivals(): Arrivals {
  let sketched: { readonly key: string; readonly scene: Promise<Scene> } | null = null;
  return {
    sketch(sent, key) {
      const scene = receive(sent, decodeImage(sent.pixels.image), true);
      sketched = { key, scene };
      return scene;
    },
    async whole(sent, key) {
      if (sketched?.key !== key) return receive(sent, decodeImage(sent.pixels.image), false);
      const { scene } = sketched;
      sketched = null;
      const { view, image } = await scene;
      const sketchedImage = view.pixels.image;
      // The image came with the sketch, where it was not too large for that.
      if (!sketchedImage) return receive(sent, decodeImage(sent.pixels.image), false);
      const pixels = { ...sent.pixels, image: sketchedImage };
      return receive({ ...sent, pixels }, Promise.resolve(image), false);
    },
  };
}

/** Image and masks together: the pair then appears at once, not mask first and image after. */
async function receive(sent: SentPair, decoding: ReturnType<typeof decodeImage>, isSketch: boolean): Promise<Scene> {
  const [view, image] = await Promise.all([inflatePair(sent), decoding]);
  return createScene(view, image, isSketch);
}

/** Whether what a state shows is the same of a sketch at a threshold and of the whole pair. */
export function looksTheSame(state: State, threshold: number): boolean {
  const isHard = stageLayers(state, ownLayers).every((layer) => hardLayers.includes(layer));
  return isHard && state.threshold === threshold && state.edits.length === 0;
}
