import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogue, scoreById } from "../../../../src/core/catalogue.js";
import { evaluate, gatherEvidence } from "../../../../src/core/evaluate.js";
import { type BinaryMask, IGNORED } from "../../../../src/core/raster.js";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { anyPair, closeTo, type Pair, pairOf } from "../support.js";
import { anyMasks, drawn } from "./support.js";

const settings: Settings = { ...defaultSettings, families: ["boundary"] };
const ids = catalogue.filter(({ family }) => family === "boundary").map(({ id }) => id);
const metrics = ids.filter((id) => !id.endsWith("_loss"));

const scoresOf = ({ truth, prediction }: Pair, of = settings) => evaluate(gatherEvidence(truth, prediction, of), of);

const hardPair = (truth: BinaryMask, prediction: BinaryMask): Pair =>
  pairOf(
    truth.width,
    Array.from(truth.pixels),
    Array.from(prediction.pixels, (value) => 255 * value),
  );

describe("boundary scores", () => {
  it("are all there, and cost nothing where they are not asked for", () => {
    const listed =
      "boundary_loss hausdorff_dt_loss boundary_iou hd hd95 hd95_pooled assd masd nsd1 nsd2 nsd1_contour nsd2_contour";
    assert.deepEqual(ids, listed.split(" "));
    const { truth, prediction } = hardPair(drawn("#."), drawn("##"));
    assert.equal(gatherEvidence(truth, prediction, { ...settings, families: ["pixel"] }).boundary, undefined);
  });

  it("are the same for both orders of the masks, the losses excepted", () => {
    fc.assert(
      fc.property(anyMasks, ([a, b]) => {
        const [ab, ba] = [scoresOf(hardPair(a, b)), scoresOf(hardPair(b, a))];
        for (const id of metrics) assert.ok(closeTo(ab[id], ba[id], 1e-12), id);
      }),
    );
  });

  it("do not change when background is added around the image, the bands' width and means over pixels excepted", () => {
    const surfaces = metrics.filter((id) => id !== "boundary_iou");
    fc.assert(
      fc.property(anyMasks, fc.nat(40), fc.nat(5), ([a, b], left, top) => {
        const padded = ({ width, height, pixels }: BinaryMask): BinaryMask => {
          const larger = { width: width + left + 3, height: height + top + 2 };
          const all = new Uint8Array(larger.width * larger.height);
          for (let y = 0; y < height; y++) {
            all.set(pixels.subarray(y * width, (y + 1) * width), (y + top) * larger.width + left);
          }
          return { ...larger, pixels: all };
        };
        const [plain, larger] = [scoresOf(hardPair(a, b)), scoresOf(hardPair(padded(a), padded(b)))];
        for (const id of surfaces) assert.equal(larger[id], plain[id], id);
      }),
    );
  });

  it("do not depend on what ignored pixels hold", () => {
    fc.assert(
      fc.property(anyPair, fc.boolean(), ({ truth, prediction }, isOn) => {
        const changed = Array.from(prediction.samples, (sample, i) =>
          truth.pixels[i] === IGNORED ? (isOn ? prediction.maximum : 0) : sample,
        );
        const a = scoresOf({ truth, prediction });
        const b = scoresOf(pairOf(truth.width, Array.from(truth.pixels), changed, prediction.maximum));
        for (const id of ids) assert.ok(closeTo(a[id], b[id], 1e-12), id);
      }),
    );
  });

  it("take ignored pixels for what lies outside the image: ignoring its rim is cutting it off", () => {
    // The width of the bands depends on the size of the image.
    const cut = ids.filter((id) => id !== "boundary_iou");
    fc.assert(
      fc.property(anyMasks, fc.nat(3), ([a, b], margin) => {
        const framed = ({ width, height, pixels }: BinaryMask, frame: (i: number) => number): BinaryMask => {
          const larger = { width: width + 2 * margin, height: height + 2 * margin };
          const all = Uint8Array.from({ length: larger.width * larger.height }, (_, i) => frame(i));
          for (let y = 0; y < height; y++) {
            all.set(pixels.subarray(y * width, (y + 1) * width), (y + margin) * larger.width + margin);
          }
          return { ...larger, pixels: all };
        };
        const whole = scoresOf(hardPair(a, b));
        const within = scoresOf(
          hardPair(
            framed(a, () => IGNORED),
            framed(b, (i) => i % 2),
          ),
        );
        for (const id of cut) assert.ok(closeTo(within[id], whole[id], 1e-12), `${id}: ${within[id]}, ${whole[id]}`);
      }),
    );
  });

  it("are ordered: HD at least HD95, NSD at 2 at least NSD at 1", () => {
    fc.assert(
      fc.property(anyMasks, ([a, b]) => {
        const {
          hd,
          hd95,
          hd95_pooled: hd95Pooled,
          nsd1,
          nsd2,
          nsd1_contour: contour1,
          nsd2_contour: contour2,
        } = scoresOf(hardPair(a, b));
        if (hd !== null && hd95 !== null && hd95Pooled !== null) assert.ok(hd >= hd95 && hd >= hd95Pooled);
        if (nsd1 !== null && nsd2 !== null) assert.ok(nsd1 <= nsd2);
        if (contour1 !== null && contour2 !== null) assert.ok(contour1 <= contour2);
      }),
    );
  });

  it("scale with the spacing", () => {
    const distances = ["hd", "hd95", "hd95_pooled", "assd", "masd"];
    fc.assert(
      fc.property(anyMasks, fc.double({ min: 0.1, max: 10, noNaN: true }), ([a, b], size) => {
        const [plain, scaled] = [
          scoresOf(hardPair(a, b)),
          scoresOf(hardPair(a, b), { ...settings, spacing: [size, size] }),
        ];
        for (const id of distances) {
          const value = plain[id];
          assert.ok(closeTo(scaled[id], value === null ? null : value * size, 1e-9), id);
        }
        const tolerance = { tolerance: size * 1.5 };
        const { truth, prediction } = hardPair(a, b);
        assert.equal(
          scoreById("nsd1").evaluate(
            gatherEvidence(truth, prediction, { ...settings, spacing: [size, size] }),
            tolerance,
          ),
          scoreById("nsd1").evaluate(gatherEvidence(truth, prediction, settings), { tolerance: 1.5 }),
        );
      }),
    );
  });

  it("refuse a spacing that is no size", () => {
    const { truth, prediction } = hardPair(drawn("#."), drawn("##"));
    for (const spacing of [
      [0, 1],
      [1, -1],
      [Number.NaN, 1],
      [1, Infinity],
    ] as const) {
      assert.throws(() => gatherEvidence(truth, prediction, { ...settings, spacing }), RangeError);
    }
  });
});

describe("boundary scores of empty masks", () => {
  const [none, some] = [drawn("...", "..."), drawn("#..", "...")];

  it("are undefined where both are empty, the losses 0", () => {
    const scores = scoresOf(hardPair(none, none));
    for (const id of metrics) assert.equal(scores[id], null, id);
    assert.equal(scores.boundary_loss, 0);
    assert.equal(scores.hausdorff_dt_loss, 0);
  });

  it("have no distance, and share 0, where one is empty", () => {
    for (const scores of [scoresOf(hardPair(none, some)), scoresOf(hardPair(some, none))]) {
      for (const id of metrics) assert.equal(scores[id], /nsd|iou/.test(id) ? 0 : null, id);
    }
  });

  it("are undefined where every pixel is ignored", () => {
    const scores = scoresOf(pairOf(2, [IGNORED, IGNORED], [255, 0]));
    for (const id of ids) assert.equal(scores[id], null, id);
  });
});
