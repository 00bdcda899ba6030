import assert from "node:assert/strict";
import type { Scene } from "../../../../webview/stage/scene.js";
import { createSceneCache } from "../../../../webview/stage/sceneCache.js";

/** The cache looks at nothing but the size. */
const scene = (width: number, height: number) => ({ size: { width, height } }) as Scene;

describe("the scenes that are kept", () => {
  it("are handed over once", () => {
    const cache = createSceneCache(() => assert.fail());
    const a = scene(2, 2);
    cache.put("a", a);
    assert.equal(cache.take("a"), a);
    assert.equal(cache.take("a"), undefined);
  });

  it("are few: the oldest goes first, and what is put again is young again", () => {
    const released: Scene[] = [];
    const cache = createSceneCache((old) => released.push(old));
    const scenes = Array.from({ length: 7 }, () => scene(2, 2));
    for (const [i, one] of scenes.slice(0, 6).entries()) cache.put(String(i), one);
    cache.put("0", scenes[0]);
    cache.put("6", scenes[6]);
    assert.deepEqual(released, [scenes[1]]);
    assert.equal(cache.take("0"), scenes[0]);
  });

  it("are small: a large one displaces several", () => {
    const released: Scene[] = [];
    const cache = createSceneCache((old) => released.push(old));
    const small = [scene(1024, 1024), scene(1024, 1024)];
    for (const [i, one] of small.entries()) cache.put(`small ${i}`, one);
    cache.put("large", scene(4096, 4096));
    assert.deepEqual(released, small);
    cache.put("larger", scene(8192, 8192));
    assert.equal(cache.take("larger"), undefined, "what exceeds the bound alone is not kept");
  });

  it("release what is replaced under the same name", () => {
    const released: Scene[] = [];
    const cache = createSceneCache((old) => released.push(old));
    const [a, b] = [scene(2, 2), scene(2, 2)];
    cache.put("a", a);
    cache.put("a", b);
    assert.deepEqual(released, [a]);
    assert.equal(cache.take("a"), b);
  });
});
