import assert from "node:assert/strict";
import fc from "fast-check";
import { objectErrors } from "../../../../src/core/diagnosis/objects/errors.js";
import { diagnoseObjects, objectSubject } from "../../../../src/core/diagnosis/objects/index.js";
import { matchObjects } from "../../../../src/core/objects/match.js";
import type { Raster } from "../../../../src/core/raster.js";
import { flip, shift } from "../../../../src/core/whatIf/rearrange.js";

const [width, height] = [96, 96];
const raster = (samples: ArrayLike<number>): Raster => ({
  width,
  height,
  samples: Uint16Array.from(samples),
  meaning: "object",
  maximum: 65535,
});
type Disc = readonly [x: number, y: number, radius: number];

/** Discs, numbered from 1 in their order; later ones lie over earlier ones. */
function discs(all: readonly Disc[], idOf = (number: number) => number): number[] {
  const ids = new Array<number>(width * height).fill(0);
  for (const [number, [cx, cy, radius]] of all.entries())
    for (let y = Math.max(0, Math.ceil(cy - radius)); y <= Math.min(height - 1, cy + radius); y++)
      for (let x = Math.max(0, Math.ceil(cx - radius)); x <= Math.min(width - 1, cx + radius); x++)
        if (Math.hypot(x - cx, y - cy) <= radius) ids[y * width + x] = idOf(number + 1);
  return ids;
}

/** Cells apart from each other, not in any symmetry, of several sizes. */
const cells: readonly Disc[] = [
  [14, 14, 9],
  [40, 12, 7],
  [68, 16, 11],
  [12, 44, 6],
  [38, 40, 10],
  [70, 48, 8],
  [16, 74, 10],
  [46, 70, 7],
  [84, 80, 6],
  [66, 76, 5],
];
const truth = discs(cells);

const findings = (t: ArrayLike<number>, p: ArrayLike<number>, ignore: number | null = null) =>
  diagnoseObjects(objectSubject(raster(t), raster(p), ignore));
const idsOf = (...args: Parameters<typeof findings>) => findings(...args).map(({ id }) => id);

describe("diagnosis of instance maps", () => {
  it("finds nothing where nothing is wrong, nor with other numbers for the same objects", () => {
    assert.deepEqual(idsOf(truth, truth), []);
    assert.deepEqual(
      idsOf(
        truth,
        truth.map((id) => (id === 0 ? 0 : 500 - 7 * id)),
      ),
      [],
    );
    const smaller = discs(cells.map(([x, y, radius]) => [x, y, radius - 0.7]));
    assert.deepEqual(idsOf(truth, smaller), []);
  });

  it("raises no alarm for a fair prediction of any cells", () => {
    const cell = fc.tuple(
      fc.integer({ min: 8, max: 87 }),
      fc.integer({ min: 8, max: 87 }),
      fc.integer({ min: 5, max: 12 }),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 14 }), fc.boolean(), (all, isLarger) => {
        const ids = discs(all);
        const alarming = findings(ids, discs(all.map(([x, y, r]) => [x, y, isLarger ? r + 0.6 : r - 0.4] as const)));
        assert.ok(
          alarming.every(({ severity }) => severity !== "error"),
          JSON.stringify(alarming),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("sees that a mask was given: all objects share one id", () => {
    const [finding, ...others] = findings(
      truth,
      truth.map((id) => (id > 0 ? 255 : 0)),
    );
    assert.deepEqual(
      [finding.id, finding.title, finding.severity],
      ["ids_shared", "All objects share one id", "error"],
    );
    assert.deepEqual([finding.evidence.ids, finding.evidence.pieces, finding.evidence.after], [1, 10, 1]);
    assert.match(
      finding.sentence,
      /^One id stands for 10 separate pieces in the prediction: a mask, .* mean IoU of 1 /,
    );
    assert.deepEqual(others, []);
  });

  it("sees that a map of classes was given, on either side", () => {
    const classes = truth.map((id) => (id === 0 ? 0 : 1 + (id % 3)));
    const [finding, ...others] = findings(truth, classes);
    assert.deepEqual([finding.id, finding.evidence.ids, others.length], ["ids_shared", 3, 0]);
    assert.match(finding.sentence, /^3 ids stand for 10 separate pieces in the prediction: a map of classes/);
    const [ofTruth] = findings(classes, truth);
    assert.deepEqual(
      [ofTruth.id, ofTruth.title],
      ["truth_ids_shared", "Ids stand for classes, not objects in the truth"],
    );
  });

  it("sees that the background has an id, on either side, and does not call it a false object too", () => {
    const numbered = truth.map((id) => id + 1);
    const [finding, ...others] = findings(truth, numbered);
    assert.deepEqual([finding.id, finding.evidence.id, finding.evidence.part], ["background_object", 1, 1]);
    assert.deepEqual(finding.object, { side: "prediction", id: 1 });
    assert.match(finding.sentence, /^Id 1 of the prediction covers 100 % of what is background in the truth/);
    assert.deepEqual(others, []);
    assert.deepEqual(idsOf(numbered, truth)[0], "truth_background_object");
    assert.deepEqual(
      idsOf(
        truth.map((id, i) => (i % width > 94 ? 999 : id)),
        numbered,
        999,
      ),
      ["background_object"],
      "pixels left out are no background",
    );
  });

  it("sees a flip and a transposition", () => {
    for (const [as, title] of [
      ["horizontal", "Flipped"],
      ["vertical", "Flipped"],
      ["both", "Flipped"],
      ["transpose", "Transposed"],
    ] as const) {
      const [finding, ...others] = findings(truth, flip(raster(truth), as));
      assert.deepEqual([finding?.id, finding?.title, finding?.evidence.after, others.length], ["flipped", title, 1, 0]);
    }
  });

  it("sees a shift, of cells apart and of tissue without background", () => {
    const [finding, ...others] = findings(truth, shift(raster(truth), 5, -3));
    assert.deepEqual([finding.id, finding.evidence.dx, finding.evidence.dy, others.length], ["shifted", -5, 3, 0]);
    assert.match(finding.sentence, /^Moved by 5 px left and 3 px down .* mean IoU of (1|0\.9\d*) instead of/);
    const tissue = Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      const column = Math.floor((x + 5 * Math.sin(y / 9)) / 13);
      return 1 + 20 * Math.max(0, column) + Math.floor((y + 4 * Math.sin(x / 7)) / 11 + 2);
    });
    const moved = shift(raster(tissue), 4, 2);
    const [dense] = findings(tissue, moved);
    assert.deepEqual([dense?.id, dense?.evidence.dx, dense?.evidence.dy], ["shifted", -4, -2]);
  });

  it("tells what happens to most objects: merged, split, missed, invented, badly fitting", () => {
    const joined = truth.map((id) => (id === 2 ? 1 : id === 5 ? 4 : id));
    const [merged] = findings(truth, joined);
    assert.equal(merged.id, "merged_objects");
    assert.match(merged.sentence, /^2 of 10 objects of the truth lie with others in 2 predicted objects\./);

    const inThree = truth.map((id, i) => (id !== 5 ? id : i % width < 35 ? 100 : i % width < 42 ? 5 : 200));
    const [split] = findings(truth, inThree);
    assert.deepEqual([split.id, split.evidence.objects, split.evidence.pieces], ["split_objects", 1, 3]);
    assert.deepEqual(split.object, { side: "truth", id: 5 });

    const [missed] = findings(
      truth,
      truth.map((id) => (id === 3 || id === 10 ? 0 : id)),
    );
    assert.deepEqual([missed.id, missed.evidence.objects, missed.object?.id], ["missed_objects", 2, 3]);
    assert.match(missed.sentence, /^2 of 10 objects of the truth have no counterpart/);

    const [invented] = findings(
      truth.map((id) => (id === 7 ? 0 : id)),
      truth,
    );
    assert.deepEqual([invented.id, invented.object], ["false_objects", { side: "prediction", id: 7 }]);

    const [loose] = findings(truth, discs(cells.map(([x, y, r], i) => (i === 4 ? [x + 5, y + 4, r - 2] : [x, y, r]))));
    assert.deepEqual([loose.id, loose.evidence.objects], ["loose_objects", 1]);
    assert.match(loose.sentence, /IoU of 0\.1 to 0\.5 \(mean 0\.\d+\)/);
  });

  it("counts the predicted objects that hold others, not the slivers that fit these better", () => {
    // Predicted object 1 holds 18 of the 20 pixels of each, and far more; 2 and 3 share more with them by IoU.
    const row = (...runs: ReadonlyArray<readonly [id: number, length: number]>) =>
      raster(runs.flatMap(([id, length]) => new Array<number>(length).fill(id)).concat(new Array(9016).fill(0)));
    const subject = objectSubject(
      row([1, 20], [2, 20], [0, 160]),
      row([2, 2], [1, 18], [3, 2], [1, 18], [1, 160]),
      null,
    );
    const [merged] = objectErrors(subject);
    assert.match(merged.sentence, /^2 of 2 objects of the truth lie with others in one predicted object\./);
  });

  it("counts merged objects and pieces as the scores do", () => {
    const runs = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 4 }),
        length: fc.integer({ min: 1, max: 6 }),
        other: fc.option(fc.integer({ min: 0, max: 4 })),
      }),
      { minLength: 1, maxLength: 16 },
    );
    let [merged, split] = [0, 0];
    fc.assert(
      fc.property(runs, (all) => {
        const row = (idOf: (run: (typeof all)[number]) => number): Raster => {
          const samples = Uint16Array.from(all.flatMap((run) => new Array<number>(run.length).fill(idOf(run))));
          return { ...raster(samples), width: samples.length, height: 1 };
        };
        const subject = objectSubject(
          row(({ id }) => id),
          row(({ id, other }) => other ?? id),
          null,
        );
        const scores = matchObjects(subject.table);
        const found = new Map(objectErrors(subject).map(({ id, evidence }) => [id, evidence]));
        const merging = found.get("merged_objects");
        // Of so few objects, one is never too rare to be told.
        assert.equal(merging?.predicted ?? 0, scores.merged);
        const splitting = found.get("split_objects");
        if (splitting) {
          assert.ok(
            Number(splitting.objects) <= scores.split && Number(splitting.pieces) >= 2 * Number(splitting.objects),
          );
        }
        merged += Number(merging !== undefined);
        split += Number(splitting !== undefined);
      }),
      { numRuns: 400, seed: 7 },
    );
    assert.ok(merged > 20 && split > 20, `${merged} merged, ${split} split`);
  });

  it("sees that it is the small ones that are missed", () => {
    const small: readonly Disc[] = [
      [28, 28, 2],
      [54, 26, 2],
      [26, 58, 1],
      [58, 60, 2],
    ];
    const all = discs([...cells, ...small]);
    const [finding, ...others] = findings(all, truth);
    assert.deepEqual(
      [finding.id, finding.evidence.missedBelow, finding.evidence.missedAbove],
      ["small_objects_missed", 4, 0],
    );
    assert.match(finding.sentence, /most of them small: below \d+ px 4 of 4, of the larger ones 0 of 10/);
    assert.deepEqual(others, []);
  });

  it("does not call errors frequent that are rare", () => {
    const many = discs(
      Array.from({ length: 64 }, (_, i) => [6 + 12 * (i % 8), 6 + 12 * Math.floor(i / 8), 4] as const),
    );
    assert.deepEqual(
      idsOf(
        many,
        many.map((id) => (id === 9 ? 0 : id)),
      ),
      [],
    );
  });

  it("says where a side has no objects", () => {
    const none = new Array<number>(width * height).fill(0);
    assert.deepEqual(idsOf(truth, none), ["empty_prediction"]);
    assert.deepEqual(
      findings(none, truth).map(({ id, severity }) => [id, severity]),
      [["empty_truth", "warning"]],
    );
    assert.deepEqual(
      findings(none, none).map(({ id, severity }) => [id, severity]),
      [["empty_truth", "info"]],
    );
  });
});
