import { closeImage, type Scene } from "./scene.js";

/** Bounds of what is kept beside the pair shown: about 12 bytes a pixel, source image included. */
const MOST_SCENES = 6;
const MOST_PIXELS = 16 << 20;

/** Pairs that were shown, or are likely to be shown next. The oldest go first. */
export interface SceneCache {
  put(key: string, scene: Scene): void;
  /** Hands a scene over: it is no longer kept here. */
  take(key: string): Scene | undefined;
}

export function createSceneCache(release: (scene: Scene) => void = ({ image }) => closeImage(image)): SceneCache {
  const scenes = new Map<string, Scene>();
  const take = (key: string) => {
    const scene = scenes.get(key);
    scenes.delete(key);
    return scene;
  };
  const pixels = () => {
    let sum = 0;
    for (const { size } of scenes.values()) sum += size.width * size.height;
    return sum;
  };
  return {
    take,
    put(key, scene) {
      const same = take(key);
      if (same && same !== scene) release(same);
      scenes.set(key, scene);
      for (const [oldest, old] of scenes) {
        if (scenes.size <= MOST_SCENES && pixels() <= MOST_PIXELS) break;
        scenes.delete(oldest);
        release(old);
      }
    },
  };
}
