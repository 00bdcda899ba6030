import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { diagnose, type Finding, subjectOf } from "../../../../src/core/diagnosis/index.js";
import { evaluate, gatherEvidence } from "../../../../src/core/evaluate.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { applyEdits } from "../../../../src/core/whatIf/edits.js";
import { decode } from "../../../../src/formats/decode.js";
import { interpretPair } from "../../../../src/formats/interpret.js";

const sample = resolve("media/sample");
const settings = { ...defaultSettings, families: ["pixel"] as const };

function pairOf(model: string, name: string) {
  const [truth, prediction] = ["gt", `pred/${model}`].map((folder) => {
    const file = join(sample, folder, `${name}.png`);
    return decode(file, readFileSync(file));
  });
  const reading = interpretPair(truth, prediction, { kind: "binary", ignore: null });
  assert.ok(reading.kind === "binary");
  return reading;
}

function findingsOf(model: string, name: string): Finding[] {
  const { truth, prediction, grays } = pairOf(model, name);
  return diagnose(subjectOf(truth, prediction, 0.5, grays));
}

/** What must be said of each pair: nothing less, nothing more, first things first. */
const expected: Readonly<Record<string, readonly [unetV1: readonly string[], unetV2: readonly string[]]>> = {
  "cars-missed": [
    ["missed_objects", "saturated"],
    ["missed_objects", "saturated"],
  ],
  "cells-merged": [["merged_objects"], []],
  "cloud-threshold": [["threshold_off"], []],
  "crack-specks": [["split_objects", "specks"], ["specks"]],
  "farmland-empty-truth": [["empty_truth", "saturated"], ["empty_truth"]],
  "leaf-perfect": [[], ["only_specks"]],
  "lesion-halo": [
    ["too_large", "threshold"],
    ["too_large", "threshold"],
  ],
  "polyp-hole": [["holes"], ["holes"]],
  "river-split": [["split_objects"], ["split_objects", "saturated"]],
  "road-inverted": [["inverted", "saturated"], []],
  "ship-shift": [["shifted"], ["shifted", "saturated"]],
  "vessels-thin": [
    ["split_objects", "missed_parts", "thin_parts", "saturated"],
    ["split_objects", "missed_parts", "thin_parts", "saturated"],
  ],
};

describe("diagnosis of the sample", () => {
  it("knows every pair", () => {
    const names = readdirSync(join(sample, "gt")).map((file) => file.replace(".png", ""));
    assert.deepEqual(Object.keys(expected).sort(), names.sort());
  });

  for (const [name, of] of Object.entries(expected)) {
    for (const [i, model] of ["unet-v1", "unet-v2"].entries()) {
      it(`${name}, ${model}: ${of[i].join(", ") || "nothing"}`, () => {
        assert.deepEqual(
          findingsOf(model, name).map(({ id }) => id),
          of[i],
        );
      });
    }
  }

  it("gives evidence that its edits, or its threshold, prove", () => {
    let proved = 0;
    for (const name of Object.keys(expected)) {
      const { truth, prediction } = pairOf("unet-v1", name);
      for (const { id, edits, threshold, evidence } of findingsOf("unet-v1", name)) {
        if (edits.length === 0 && threshold === undefined) continue;
        const turned = { ...settings, threshold: threshold ?? 0.5 };
        const { iou, f1 } = evaluate(gatherEvidence(truth, applyEdits(truth, prediction, edits), turned), turned);
        const stated = {
          inverted: evidence.complement,
          threshold: evidence.best,
          threshold_off: evidence.best,
          specks: evidence.after,
        };
        const isIou = Object.hasOwn(stated, id);
        const claim = isIou ? stated[id as keyof typeof stated] : evidence.after;
        assert.ok(
          Math.abs(Number(isIou ? iou : f1) - claim) < 0.01,
          `${name} ${id}: ${isIou ? iou : f1}, claimed ${claim}`,
        );
        proved++;
      }
    }
    assert.ok(proved >= 6, `${proved}`);
  });

  it("says exactly by how much the ship is off, and how much the log loss owes to confident mistakes", () => {
    const [shift] = findingsOf("unet-v2", "ship-shift");
    assert.deepEqual([shift.evidence.dx, shift.evidence.dy], [-6, -5]);
    assert.deepEqual(shift.edits, [{ do: "shift", dx: -6, dy: -5 }]);
    const saturated = findingsOf("unet-v1", "cars-missed")[1];
    const { wrong, total, part, loss } = saturated.evidence;
    const { truth, prediction } = pairOf("unet-v1", "cars-missed");
    assert.equal(part, (wrong * -Math.log(1e-7)) / total);
    assert.equal(loss, evaluate(gatherEvidence(truth, prediction, settings), settings).bce);
    assert.match(saturated.sentence, /878 × 16\.118 \/ 16,704 = 0\.847, 95 % of the log loss/);
  });
});
