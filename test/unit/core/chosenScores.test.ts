import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogue, scoreById } from "../../../src/core/catalogue.js";
import { evaluate, gatherEvidence, isChosen } from "../../../src/core/evaluate.js";
import { mergeEvidence } from "../../../src/core/evidence.js";
import { defaultSettings, type Settings } from "../../../src/core/settings.js";
import { anyPair } from "./support.js";

const binary = catalogue.filter(({ kinds }) => kinds.includes("binary"));
const whole: Settings = { ...defaultSettings, kernel: 5 };
const only = (...scores: string[]): Settings => ({ ...whole, families: [], scores });

describe("scores chosen one by one", () => {
  it("have the values that they have among all, of an image and of several", () => {
    fc.assert(
      fc.property(anyPair, fc.subarray(binary, { minLength: 1 }), ({ truth, prediction }, chosen) => {
        const settings = only(...chosen.map(({ id }) => id));
        const [some, all] = [settings, whole].map((asked) => gatherEvidence(truth, prediction, asked));
        const [alone, among] = [evaluate(some, settings), evaluate(all, whole)];
        const [twice, allTwice] = [
          evaluate(mergeEvidence(some, some), settings),
          evaluate(mergeEvidence(all, all), whole),
        ];
        assert.deepEqual(
          Object.keys(alone),
          chosen.map(({ id }) => id),
        );
        for (const { id } of chosen) {
          assert.equal(alone[id], among[id], id);
          assert.equal(twice[id], allTwice[id], id);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gather nothing that only others read", () => {
    fc.assert(
      fc.property(anyPair, ({ truth, prediction }) => {
        const gathered = (...ids: string[]) => gatherEvidence(truth, prediction, only(...ids));
        assert.deepEqual(Object.keys(gathered("iou")), ["kind", "pixels"]);
        assert.deepEqual(Object.keys(gathered("weighted_bce")), ["kind", "pixels", "weighted"]);
        assert.deepEqual(Object.keys(gathered("pq")), ["kind", "pixels", "objects"]);
        const boundary = (...ids: string[]) => Object.keys(gathered(...ids).boundary ?? {});
        assert.deepEqual(boundary("boundary_iou", "hd95"), ["surfaces", "bands"]);
        assert.deepEqual(boundary("nsd1_contour"), ["contours"]);
        assert.deepEqual(boundary("boundary_loss"), ["signedDistance", "squaredDistance"]);
      }),
      { numRuns: 10 },
    );
  });

  it("are those of the families and those named", () => {
    const settings: Settings = { ...whole, families: ["pixel"], scores: ["hd95"] };
    assert.deepEqual(
      ["bce", "hd95", "hd", "pq"].map((id) => isChosen(scoreById(id), settings)),
      [true, true, false, false],
    );
  });

  it("have what a library's convention reads as well", () => {
    fc.assert(
      fc.property(anyPair, ({ truth, prediction }) => {
        for (const preset of ["medpy", "metrics-reloaded"] as const) {
          const [all, one] = [
            { ...whole, preset },
            { ...only("hd95", "nsd1"), preset },
          ];
          const [among, alone] = [all, one].map((asked) => evaluate(gatherEvidence(truth, prediction, asked), asked));
          for (const id of Object.keys(alone)) assert.equal(alone[id], among[id], `${id} of ${preset}`);
        }
      }),
      { numRuns: 10 },
    );
  });
});
