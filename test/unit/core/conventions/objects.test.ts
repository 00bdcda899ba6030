import assert from "node:assert/strict";
import type { ObjectEvidence } from "../../../../src/core/evidence.js";
import { labelsOfIds } from "../../../../src/core/objects/fromIds.js";
import { matchObjects } from "../../../../src/core/objects/match.js";
import { overlapTable } from "../../../../src/core/objects/overlap.js";
import { closeTo } from "../support.js";
import { returned } from "./support.js";

function mapsOf(truth: readonly number[], prediction: readonly number[]): ObjectEvidence {
  const [t, p] = [truth, prediction].map((ids) => labelsOfIds(Uint8Array.from(ids), ids.length, 1, null));
  return { kind: "objects", objects: matchObjects(overlapTable(t, p)) };
}

/** Objects of some sizes that overlap as told, and these IoUs, whether or not pixels could give them. */
function withIous(truth: number, prediction: number, ious: ReadonlyArray<readonly [number, number, number]>) {
  const high = ious.map(([, , iou]) => iou).filter((iou) => iou > 0.5);
  const none = matchObjects(
    overlapTable(...([0, 1].map(() => labelsOfIds(Uint8Array.of(0), 1, 1, null)) as [never, never])),
  );
  return {
    kind: "objects" as const,
    objects: {
      ...none,
      truth,
      prediction,
      ious: Float64Array.from(high).sort().reverse(),
      pairs: {
        truth: Uint32Array.from(ious, ([t]) => t),
        prediction: Uint32Array.from(ious, ([, p]) => p),
        iou: Float64Array.from(ious, ([, , iou]) => iou),
      },
    },
  };
}

describe("what libraries return for objects, by hand", () => {
  it("MONAI adds 1e-6 to the denominators, and matches strictly", () => {
    const evidence = withIous(3, 2, [
      [0, 0, 0.8],
      [1, 1, 0.4],
    ]);
    const [tp, others, sum] = [1, 3, 0.8];
    assert.equal(returned("monai", "sq", evidence), sum / (tp + 1e-6));
    assert.equal(returned("monai", "rq", evidence), tp / (tp + others / 2 + 1e-6));
    assert.equal(returned("monai", "pq", evidence), (sum / (tp + 1e-6)) * (tp / (tp + others / 2 + 1e-6)));
    // Both match below .4, and one at it.
    assert.equal(returned("monai", "sq", evidence, { matchIou: 0.3 }), (0.8 + 0.4) / (2 + 1e-6));
    assert.equal(returned("monai", "sq", evidence, { matchIou: 0.4 }), 0.8 / (1 + 1e-6));
  });

  it("StarDist wants the most matches first, below IoU 1/2; MONAI the largest sum", () => {
    const evidence = withIous(2, 2, [
      [0, 0, 0.9],
      [0, 1, 0.2],
      [1, 0, 0.3],
    ]);
    assert.ok(closeTo(Number(returned("stardist", "sq", evidence, { matchIou: 0.2 })), 0.25, 1e-12));
    assert.equal(returned("stardist", "rq", evidence, { matchIou: 0.2 }), 1);
    assert.equal(returned("monai", "sq", evidence, { matchIou: 0.2 }), 0.9 / (1 + 1e-6));
  });

  it("StarDist's assignment counts IoUs below the threshold too, as its linear program does", () => {
    const evidence = withIous(2, 2, [
      [0, 0, 0.3],
      [0, 1, 0.29],
      [1, 0, 0.15],
      [1, 1, 0.05],
    ]);
    assert.equal(returned("stardist", "sq", evidence, { matchIou: 0.2 }), 0.29);
  });

  it("an IoU of exactly a threshold matches in StarDist and Cellpose, not in the Data Science Bowl", () => {
    // Half of the pixels of one object, whole.
    const evidence = mapsOf([1, 1, 0], [1, 0, 0]);
    const at = (library: "stardist" | "cellpose" | "dsb2018") => Number(returned(library, "object_ap", evidence));
    assert.equal(at("dsb2018"), 0);
    assert.ok(closeTo(at("stardist"), 1 / 10, 1e-12));
    // .6 is a threshold of the sweep that has no rounding before .75.
    const sixth = mapsOf([1, 1, 1, 1, 1], [1, 1, 1, 0, 0]);
    assert.ok(closeTo(Number(returned("dsb2018", "object_ap", sixth)), 2 / 10, 1e-12));
  });
});
