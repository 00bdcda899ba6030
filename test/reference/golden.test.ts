import assert from "node:assert/strict";
import { evaluate, gatherEvidence } from "../../src/core/evaluate.js";
import { defaultSettings, type Settings } from "../../src/core/settings.js";
import { readPair } from "../../src/scoring/readPair.js";
import { fileOf, golden, pairs, type ReferencePair, scoreIds } from "./golden.js";

const variants: ReadonlyArray<readonly [table: string, settings: Settings]> = [
  ["binary", defaultSettings],
  ["binary, kernel 41", { ...defaultSettings, kernel: 41 }],
  ["binary, preset seed", { ...defaultSettings, preset: "seed" }],
];

/** Where a peer answers 0/0 with a number, ours is null: the ids for which `score-ids.json` states that difference. */
const undefinedHere = new Set(["iou", "f1", "f2", "precision", "recall", "specificity", "mcc"]);

const settled = { reproduced: 0, compared: 0, undefined: 0 };

function read({ name, gt, pred }: ReferencePair, settings: Settings) {
  return readPair({ name, truth: fileOf(gt), prediction: fileOf(pred) }, settings);
}

/** Relative 1e-6 where the peer worked in float64; MONAI and segmentation_models.pytorch return float32: 1e-5. */
function tolerance(source: string, expected: number): number {
  return (/MONAI|segmentation_models/.test(source) ? 1e-5 : 1e-6) * Math.max(1e-6, Math.abs(expected));
}

for (const [table, settings] of variants) {
  describe(`reference values: ${table}`, () => {
    for (const pair of pairs.filter(({ task }) => task === "binary")) {
      it(pair.name, () => {
        const { truth, prediction } = read(pair, settings);
        const scores = evaluate(gatherEvidence(truth, prediction, settings), settings);
        for (const [id, key] of Object.entries(scoreIds[table])) {
          if (!(id in scores)) continue;
          const { value: expected, source } = golden[pair.name][key];
          settled.compared++;
          const actual = scores[id];
          if (actual === null && expected === 0 && undefinedHere.has(id)) {
            settled.undefined++;
            continue;
          }
          const message = `${pair.name} ${id} (${key}, ${source}): ${actual}, expected ${expected}`;
          if (actual === null || typeof expected !== "number") assert.equal(actual, expected, message);
          else assert.ok(Math.abs(actual - expected) <= tolerance(source, expected), message);
          settled.reproduced++;
        }
      });
    }
  });
}

describe("reference decoding", () => {
  for (const pair of pairs.filter(({ task }) => task === "binary")) {
    it(pair.name, () => {
      const { truth, prediction } = read(pair, defaultSettings);
      const expected = golden[pair.name];
      assert.equal(truth.height, expected["decode.height"].value);
      assert.equal(truth.width, expected["decode.width"].value);
      assert.equal(truth.pixels.filter((value) => value === 1).length, expected["decode.gt_foreground"].value);
      const { samples, maximum } = prediction;
      const sum = samples.reduce((total: number, value: number) => total + value, 0) / maximum;
      assert.ok(Math.abs(sum - Number(expected["decode.pred_sum"].value)) < 1e-6 * Math.max(1, sum));
    });
  }
});

after(() => {
  const { reproduced, compared, undefined: nulls } = settled;
  console.log(
    `\n${reproduced} of ${compared} reference values reproduced; the other ${nulls} are 0/0, undefined here and 0 in scikit-learn.`,
  );
});
