import assert from "node:assert/strict";
import fc from "fast-check";
import { classCounts, pixelsOf, tallyLabels } from "../../../../src/core/labels/confusion.js";
import { classIndices } from "../../../../src/core/labels/indices.js";
import { labelErrors, mapErrors, objectErrors } from "../../../../src/core/maps/mapErrors.js";
import { fatesOf } from "../../../../src/core/objects/fates.js";
import { labelsOfIds } from "../../../../src/core/objects/fromIds.js";
import { overlapTable } from "../../../../src/core/objects/overlap.js";

const named = (errors: Uint8Array) => [...errors].map((error) => mapErrors[error]);
const count = (errors: Uint8Array, wanted: string) => named(errors).filter((error) => error === wanted).length;
const ids = [0, 3, 7];
const anyIds = fc.array(fc.constantFrom(0, 3, 7, 255), { minLength: 40, maxLength: 40 });

describe("errors of label maps", () => {
  it("count what the confusion matrix counts, of all classes and of each", () => {
    fc.assert(
      fc.property(anyIds, anyIds, (truth, prediction) => {
        const [t, p] = [Uint8Array.from(truth), Uint8Array.from(prediction)];
        const places = [t, p].map((side) => classIndices(side, ids));
        const [of, at] = places;
        assert.ok(of && at);
        const confusion = tallyLabels(t, p, ids);
        const errors = labelErrors(of, at, ids.length, null);
        assert.equal(errors.length - count(errors, "ignored"), pixelsOf(confusion));
        assert.equal(
          count(errors, "right"),
          classCounts(confusion).reduce((sum, { tp }) => sum + tp, 0),
        );
        for (const [only, counts] of classCounts(confusion).entries()) {
          const own = labelErrors(of, at, ids.length, only);
          assert.equal(count(own, "right"), counts.tp);
          assert.equal(count(own, "missed"), counts.truth - counts.tp);
          assert.equal(count(own, "false"), counts.prediction - counts.tp);
        }
      }),
    );
  });
});

describe("a pixel of a label map", () => {
  it("is ignored, right, wrong, or missed where no class is predicted", () => {
    const errors = labelErrors(Uint8Array.of(2, 0, 0, 1), Uint8Array.of(1, 0, 1, 2), 2, null);
    assert.deepEqual(named(errors), ["ignored", "right", "wrong", "missed"]);
  });
});

describe("errors of instance maps", () => {
  it("tell of two matched objects that meet, of split and of merged ones", () => {
    const lists = (truth: readonly number[], prediction: readonly number[]) => {
      const [t, p] = [truth, prediction].map((side) => labelsOfIds(Uint8Array.from(side), side.length, 1, null));
      return objectErrors(Uint8Array.from(truth), Uint8Array.from(prediction), fatesOf(overlapTable(t, p), 0.5));
    };
    // The first reaches into the second, and beyond it into the background.
    assert.deepEqual(named(lists([0, 1, 1, 1, 2, 2, 2, 2], [1, 1, 1, 1, 1, 2, 2, 2])), [
      "over",
      ...["right", "right", "right"],
      "short",
      ...["right", "right", "right"],
    ]);
    assert.deepEqual(named(lists([1, 1, 1, 1, 1, 1, 0], [1, 1, 0, 0, 2, 2, 2])), [
      ...["split", "split", "split", "split", "split", "split"],
      "split",
    ]);
    assert.deepEqual(named(lists([1, 1, 0, 0, 2, 2, 0], [1, 1, 1, 1, 1, 1, 0])), [
      ...["merged", "merged", "merged", "merged", "merged", "merged"],
      "background",
    ]);
  });

  it("are what became of the object, and how matches differ", () => {
    const [truth, prediction] = [Uint8Array.of(1, 1, 1, 1, 0, 2, 0, 0), Uint8Array.of(5, 5, 5, 0, 0, 0, 6, 0)];
    const [t, p] = [truth, prediction].map((side) => labelsOfIds(side, 8, 1, null));
    assert.ok(t && p);
    const lists = fatesOf(overlapTable(t, p), 0.5);
    const errors = objectErrors(Uint8Array.from(t.ids), Uint8Array.from(p.ids), lists);
    assert.deepEqual(named(errors), [
      "right",
      "right",
      "right",
      "short",
      "background",
      "missed",
      "false",
      "background",
    ]);
  });
});
