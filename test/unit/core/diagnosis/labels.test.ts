import assert from "node:assert/strict";
import { diagnoseLabels } from "../../../../src/core/diagnosis/labels/index.js";
import { tallyLabels } from "../../../../src/core/labels/confusion.js";
import type { Raster } from "../../../../src/core/raster.js";
import { flip } from "../../../../src/core/whatIf/rearrange.js";

const [width, height] = [24, 24];
const raster = (samples: ArrayLike<number>): Raster => ({
  width,
  height,
  samples: Uint8Array.from(samples),
  meaning: "class",
  maximum: 255,
});
const map = (at: (x: number, y: number) => number) =>
  Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width)));

/** Sky over road, with a car in a corner and a tree beside it. */
const scene = map((x, y) => (y < 8 ? 0 : x < 6 && y > 16 ? 2 : x > 18 && y > 12 ? 3 : 1));
const names = ["sky", "road", "car", "tree", "wall"];

function findings(truth: ArrayLike<number>, prediction: ArrayLike<number>, ids = [0, 1, 2, 3, 4]) {
  const [t, p] = [raster(truth), raster(prediction)];
  const classes = ids.map((id) => ({ id, ...(names[id] !== undefined && { name: names[id] }) }));
  return diagnoseLabels({ truth: t, prediction: p, classes, confusion: tallyLabels(t.samples, p.samples, ids) });
}
const idsOf = (...args: Parameters<typeof findings>) => findings(...args).map(({ id }) => id);

describe("diagnosis of label maps", () => {
  it("finds nothing where nothing is wrong, and where a little is", () => {
    assert.deepEqual(idsOf(scene, scene), []);
    assert.deepEqual(
      idsOf(
        scene,
        scene.map((id, i) => (i % 11 === 0 ? (id + 1) % 4 : id)),
      ),
      [],
    );
  });

  it("sees that all ids are moved by one, as without a background class", () => {
    const [finding, ...others] = findings(
      scene,
      scene.map((id) => id + 1),
    );
    assert.deepEqual([finding.id, finding.evidence.offset, others.length], ["ids_offset", 1, 0]);
    assert.match(finding.sentence, /4 classes .* 1 too high.* 100 % of the pixels would be right instead of 0 %/);
    const [lower] = findings(
      scene,
      scene.map((id) => Math.max(0, id - 1)),
    );
    assert.deepEqual([lower.id, lower.evidence.offset], ["ids_offset", -1]);
  });

  it("sees which classes are exchanged", () => {
    const swapped = scene.map((id) => (id === 2 ? 3 : id === 3 ? 2 : id));
    const [finding] = findings(scene, swapped);
    assert.equal(finding.id, "classes_swapped");
    assert.match(finding.sentence, /100 % of car as tree, 100 % of tree as car/);
    assert.equal(finding.evidence.after, 1);
    const [renamed] = findings(
      scene,
      scene.map((id) => (id === 2 ? 4 : id)),
    );
    assert.equal(renamed.title, "A class goes by another id");
  });

  it("sees a flip and a transposition, by what would be right", () => {
    for (const [as, title] of [
      ["horizontal", "Flipped"],
      ["vertical", "Flipped"],
      ["both", "Flipped"],
      ["transpose", "Transposed"],
    ] as const) {
      // Not symmetric in any way: a corner block on a gradient of bands.
      const truth = map((x, y) => (x < 5 && y < 9 ? 2 : x > 15 ? 3 : y > 14 ? 1 : x + y > 30 ? 0 : y > 7 ? 0 : 1));
      const [finding] = findings(truth, flip(raster(truth), as));
      assert.deepEqual([finding?.id, finding?.title], ["flipped", title], as);
      assert.equal(finding.evidence.after, 1);
    }
  });

  it("sees a shift, by the mIoU where the maps then overlap", () => {
    const stripes = map((x, y) => (((x + 24) >> 2) + (y >> 3)) % 4);
    for (const [dx, dy] of [
      [2, 0],
      [-1, 2],
    ]) {
      const moved = map(
        (x, y) => stripes[Math.min(height - 1, Math.max(0, y - dy)) * width + Math.min(width - 1, Math.max(0, x - dx))],
      );
      const [finding, ...others] = findings(stripes, moved);
      assert.deepEqual([finding?.id, finding.evidence.dx, finding.evidence.dy], ["shifted", 0 - dx, 0 - dy]);
      assert.deepEqual([finding.evidence.after, others.length], [1, 0]);
    }
    const street = (x: number, y: number) =>
      y > 3 && y < 9 && x > 2 && x < 8 ? 2 : y > 10 && x > 12 && x < 17 ? 3 : y > 14 && x > 3 && x < 9 ? 0 : 1;
    const [finding] = findings(
      map(street),
      map((x, y) => street(x - 3, y)),
    );
    assert.equal(finding.id, "shifted");
    assert.match(
      finding.sentence,
      /^Moved by 3 px left the mIoU would be 1 instead of 0\.\d+, where the maps then overlap/,
    );
  });

  it("calls no offset what is noise, or another outline", () => {
    const noisy = scene.map((id, i) => ((i * 7919) % 13 < 4 ? (id + 1 + (i % 3)) % 4 : id));
    assert.deepEqual(idsOf(scene, noisy), []);
    const larger = map((x, y) => (y < 9 ? 0 : x < 8 && y > 14 ? 2 : x > 16 && y > 10 ? 3 : 1));
    assert.deepEqual(idsOf(scene, larger), []);
  });

  it("sees that objects were read as classes", () => {
    const objects = map((x, y) => (x % 6 < 5 && y % 8 < 6 ? 1 + Math.floor(x / 6) + 4 * Math.floor(y / 8) : 0));
    const ids = Array.from({ length: 13 }, (_, id) => id);
    const [finding, ...others] = findings(
      objects,
      objects.map((id) => Math.min(id, 1)),
      ids,
    );
    assert.deepEqual([finding.id, finding.evidence.whole, others.length], ["objects_as_classes", 12, 0]);
    assert.match(finding.sentence, /^12 of 12 ids .* only 1\. Read both as instance maps/);
    assert.deepEqual(idsOf(objects, objects, ids), [], "all of them predicted");
    const classes = map((x, y) => (x % 6 < 5 && y % 8 < 6 ? 1 + ((Math.floor(x / 6) + Math.floor(y / 8)) % 9) : 0));
    assert.ok(
      !idsOf(
        classes,
        classes.map((id) => Math.min(id, 2)),
        ids,
      ).includes("objects_as_classes"),
      "in pieces",
    );
  });

  it("names classes that are never predicted", () => {
    const [finding] = findings(
      scene,
      scene.map((id) => (id === 2 || id === 3 ? 1 : id)),
    );
    assert.equal(finding.id, "classes_missing");
    assert.match(finding.sentence, /^(car, tree|tree, car) have \d+ pixels/);
    assert.equal(finding.evidence.classes, 2);
  });

  it("tells the ignore id in the prediction, another stray id, and 255 as a class", () => {
    const withVoid = scene.map((id, i) => (i % 5 === 0 ? 255 : id));
    const [predicted] = findings(scene, withVoid);
    assert.deepEqual([predicted.id, predicted.title], ["ids_without_class", "The ignore id is predicted"]);
    assert.equal(predicted.evidence.pixels, Math.ceil(scene.length / 5));
    const [stray] = findings(
      scene,
      scene.map((id, i) => (i === 3 ? 9 : id)),
    );
    assert.match(stray.sentence, /^1 pixel of the prediction has an id that is no class, mostly 9/);
    assert.ok(idsOf(withVoid, scene, [0, 1, 2, 3, 255]).includes("void_as_class"));
    assert.deepEqual(idsOf(withVoid, scene, [0, 1, 2, 3]), [], "left out as it should be");
  });

  it("sees ids that interpolation made up", () => {
    const truth = map((x) => (x < 11 ? 0 : x === 11 ? 1 : 3));
    const [finding] = findings(truth, truth);
    assert.equal(finding.id, "resized_truth");
    assert.match(finding.sentence, /^road occurs in the truth only where .*24 pixels/);
  });
});
