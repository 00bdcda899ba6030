import assert from "node:assert/strict";
import fc from "fast-check";
import { connectedComponents } from "../../../../src/core/objects/components.js";
import type { Raster, Samples } from "../../../../src/core/raster.js";
import { findRegions } from "../../../../src/core/regions/list.js";
import { SPECK } from "../../../../src/core/whatIf/dropSpecks.js";
import { applyEdits, type Edit } from "../../../../src/core/whatIf/edits.js";
import { anyPair, type Pair, pairOf } from "../support.js";

const edited = ({ truth, prediction }: Pair, ...edits: readonly Edit[]): Raster => applyEdits(truth, prediction, edits);

const samplesAfter = (width: number, samples: readonly number[], ...edits: readonly Edit[]): number[] =>
  Array.from(
    edited(
      pairOf(
        width,
        samples.map(() => 0),
        samples,
      ),
      ...edits,
    ).samples,
  );

/** The mask at a value: `samples > value`. */
const above = (samples: Samples, value: number): Uint8Array =>
  Uint8Array.from(samples, (sample) => (sample > value ? 1 : 0));

/** A mask whose background that cannot reach the border by edges is foreground, by the obvious way. */
function filled(mask: Uint8Array, width: number): Uint8Array {
  const outside = new Set<number>();
  const open = [...mask.keys()].filter((i) => {
    const x = i % width;
    return mask[i] === 0 && (x === 0 || x === width - 1 || i < width || i >= mask.length - width);
  });
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    if (outside.has(i)) continue;
    outside.add(i);
    const x = i % width;
    const beside = [...(x > 0 ? [i - 1] : []), ...(x + 1 < width ? [i + 1] : []), i - width, i + width];
    open.push(...beside.filter((n) => n >= 0 && n < mask.length && mask[n] === 0));
  }
  return mask.map((_, i) => (outside.has(i) ? 0 : 1));
}

/** A mask without its specks. */
function opened(mask: Uint8Array, width: number): Uint8Array {
  const { ids, count } = connectedComponents(mask, width, mask.length / width);
  const sizes = new Array<number>(count + 1).fill(0);
  for (const id of ids) sizes[id]++;
  return mask.map((value, i) => (value === 1 && sizes[ids[i]] > SPECK ? 1 : 0));
}

/** Pairs of few values: plateaus, peaks on peaks. */
const coarse: fc.Arbitrary<Pair> = anyPair.map(({ truth, prediction }) =>
  pairOf(
    truth.width,
    Array.from(truth.pixels),
    Array.from(
      prediction.samples,
      (sample) => Math.round((4 * sample) / prediction.maximum) * (prediction.maximum / 4),
    ).map((value) => (prediction.maximum === 1 ? value : Math.round(value))),
    prediction.maximum,
  ),
);

/** What an edit of gray values must do to the mask at every threshold. */
function actsOnEveryMask(edit: Edit, onMask: (mask: Uint8Array, width: number) => Uint8Array): void {
  fc.assert(
    fc.property(fc.oneof(anyPair, coarse), (pair) => {
      const { samples, width } = edited(pair, edit);
      for (const value of new Set(pair.prediction.samples)) {
        assert.deepEqual(above(samples, value), onMask(above(pair.prediction.samples, value), width));
      }
    }),
  );
}

describe("edits of the prediction", () => {
  it("erode and dilate every mask by 3 x 3; the image's border takes nothing away", () => {
    const window = (mask: Uint8Array, width: number, hit: 0 | 1) =>
      mask.map((_, i) => {
        const near = [...mask.keys()].filter(
          (n) =>
            Math.abs((n % width) - (i % width)) <= 1 && Math.abs(Math.floor(n / width) - Math.floor(i / width)) <= 1,
        );
        return near.some((n) => mask[n] === hit) ? hit : 1 - hit;
      });
    actsOnEveryMask({ do: "erode" }, (mask, width) => window(mask, width, 0));
    actsOnEveryMask({ do: "dilate" }, (mask, width) => window(mask, width, 1));
  });

  it("fill the holes of every mask", () => actsOnEveryMask({ do: "fillHoles" }, filled));

  it("drop the specks of every mask", () => actsOnEveryMask({ do: "dropSpecks" }, opened));

  it("shift by whole pixels, with zeros after", () => {
    assert.deepEqual(samplesAfter(3, [1, 2, 3, 4, 5, 6], { do: "shift", dx: 1, dy: 0 }), [0, 1, 2, 0, 4, 5]);
    assert.deepEqual(samplesAfter(3, [1, 2, 3, 4, 5, 6], { do: "shift", dx: -2, dy: 1 }), [0, 0, 0, 3, 0, 0]);
    assert.deepEqual(samplesAfter(3, [1, 2, 3, 4, 5, 6], { do: "shift", dx: 3, dy: 0 }), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(samplesAfter(3, [1, 2, 3, 4, 5, 6], { do: "shift", dx: 0, dy: -2 }), [0, 0, 0, 0, 0, 0]);
  });

  it("flip, and come back", () => {
    assert.deepEqual(samplesAfter(3, [1, 2, 3, 4, 5, 6], { do: "flip", as: "horizontal" }), [3, 2, 1, 6, 5, 4]);
    assert.deepEqual(samplesAfter(3, [1, 2, 3, 4, 5, 6], { do: "flip", as: "vertical" }), [4, 5, 6, 1, 2, 3]);
    assert.deepEqual(samplesAfter(2, [1, 2, 3, 4], { do: "flip", as: "transpose" }), [1, 3, 2, 4]);
    assert.throws(() => samplesAfter(3, [1, 2, 3, 4, 5, 6], { do: "flip", as: "transpose" }), RangeError);
    fc.assert(
      fc.property(anyPair, fc.constantFrom("horizontal", "vertical", "both"), (pair, as) => {
        const edit = { do: "flip", as } as const;
        assert.deepEqual(edited(pair, edit, edit), pair.prediction);
      }),
    );
  });

  it("binarise, invert and stretch", () => {
    assert.deepEqual(samplesAfter(2, [127, 128], { do: "binarise", threshold: 0.5 }), [0, 255]);
    assert.deepEqual(samplesAfter(2, [0, 200], { do: "invert" }), [255, 55]);
    assert.equal(edited(pairOf(2, [0, 0], [1, 51]), { do: "stretch" }).maximum, 51);
    assert.equal(edited(pairOf(2, [0, 0], [0, 0]), { do: "stretch" }).maximum, 255);
  });

  it("correct one region and leave the others", () => {
    fc.assert(
      fc.property(anyPair, fc.nat(), (pair, pick) => {
        const { truth, prediction } = pair;
        const before = findRegions(truth, prediction, 0.5).list;
        if (before.first.length === 0) return;
        const row = pick % before.first.length;
        const after = edited(pair, { do: "correct", first: before.first[row], threshold: 0.5 });
        const left = findRegions(truth, after, 0.5).list;
        assert.deepEqual([...left.first], [...before.first].toSpliced(row, 1));
        const changed = [...after.samples].filter((sample, i) => sample !== prediction.samples[i]).length;
        assert.ok(changed <= before.pixels[row]);
      }),
    );
  });

  it("act one on top of another", () => {
    const edits = [{ do: "shift", dx: 1, dy: 0 }, { do: "dilate" }] as const;
    assert.deepEqual(samplesAfter(3, [9, 0, 0], ...edits), [9, 9, 9]);
    assert.deepEqual(samplesAfter(3, [9, 0, 0]), [9, 0, 0]);
  });
});
