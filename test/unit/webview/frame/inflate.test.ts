import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultSettings } from "../../../../src/core/settings.js";
import { deflatePlane, sent } from "../../../../src/scoring/deflate.js";
import type { GatheredPair } from "../../../../src/scoring/gatheredPair.js";
import { inflatePair, inflateReread } from "../../../../webview/frame/inflate.js";

const tally = {
  levels: Float64Array.of(0, 255),
  negatives: Float64Array.of(1, 2),
  positives: Float64Array.of(3, 4),
  maximum: 255,
};
const evidence = { kind: "binary", pixels: tally } as const;
const none = { prediction: "", truth: "" };
const settings = defaultSettings;
const models = { name: "unet-v1", own: "unet-v2" };
const anyPlane = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint16Array({ maxLength: 300 }));

describe("planes on their way to the page", () => {
  it("arrive as they left, bytes as bytes and words as words", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), anyPlane, anyPlane, async (truth, prediction, other) => {
        const gathered: GatheredPair = {
          status: "gathered",
          width: truth.length,
          height: 1,
          truth,
          prediction,
          weight: { bytes: truth, minimum: 0, maximum: 1, scale: 2 },
          evidence,
          readAs: { truth: "", prediction: "" },
          notes: [],
          other: { prediction: other, pixels: tally },
        };
        const pair = sent(gathered);
        assert.ok(pair.status === "gathered" && pair.weight && pair.other);
        const { width, height, truth: t, prediction: p, weight } = pair;
        const facts = { name: "", files: none, uris: none, readAs: gathered.readAs, notes: [], settings };
        const view = await inflatePair({
          ...facts,
          evidence,
          pixels: { width, height, truth: t, prediction: p, weight },
          other: { ...models, ...pair.other },
        });
        assert.deepEqual(view.pixels, { width, height, truth, prediction, weight: gathered.weight });
        assert.deepEqual(view.other, { ...models, prediction: other, pixels: tally });
        const again = await inflateReread({ evidence, weight, prediction: p });
        assert.deepEqual(again, { evidence, weight: gathered.weight, prediction });
      }),
    );
  });

  it("are owned, and a flat mask is next to nothing", () => {
    const { deflated } = deflatePlane(new Uint8Array(1 << 20).fill(1, 1 << 19));
    assert.equal(deflated.buffer.byteLength, deflated.length);
    assert.ok(deflated.length < 1 << 12);
  });
});
