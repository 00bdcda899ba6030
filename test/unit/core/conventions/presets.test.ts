import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import {
  type Convention,
  compareConventions,
  conventions,
  isPresetName,
  presetNames,
  presets,
} from "../../../../src/core/conventions/index.js";
import { peerNotes } from "../../../../src/core/conventions/notes.js";
import { callReturning } from "../../../../src/core/conventions/python.js";
import { evaluate, gatherEvidence } from "../../../../src/core/evaluate.js";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { pairOf } from "../support.js";

const { truth, prediction } = pairOf(3, [0, 1, 1, 0, 0, 1], [0, 255, 40, 200, 0, 255]);
const using = (preset: Settings["preset"], more: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  preset,
  ...more,
});
const scoresOf = (settings: Settings) => evaluate(gatherEvidence(truth, prediction, settings), settings);

describe("conventions", () => {
  it("names every preset once", () => {
    assert.equal(new Set(presetNames).size, presetNames.length);
    assert.ok(isPresetName("smp"));
    assert.ok(!isPresetName("all"));
    assert.ok(!isPresetName("toString"));
  });

  for (const [name, { scores }] of Object.entries<Convention>(conventions)) {
    it(`${name}: known scores, one own variant a kind, names and sentences`, () => {
      for (const [id, variants] of Object.entries(scores)) {
        const score = scoreById(id);
        const own = variants.filter((variant) => variant.name === undefined).flatMap(({ kinds }) => kinds);
        assert.equal(new Set(own).size, own.length, id);
        for (const { name: variant = "", kinds, differs, parameters } of variants) {
          assert.doesNotMatch(variant, /[",@]/, "would need quotes in a CSV header");
          assert.ok(
            kinds.every((kind) => score.kinds.includes(kind)),
            id,
          );
          assert.match(differs, /^.*\.$/, id);
          for (const parameter of Object.keys(parameters))
            assert.ok(parameter in score.parameters, `${id} ${parameter}`);
        }
      }
    });
  }

  it("leaves out the scores that a library has not", () => {
    assert.deepEqual(Object.keys(scoresOf(using("keras"))), ["bce", "dice", "focal", "tversky", "mean_iou_bgfg"]);
  });

  it("keeps the other scores under the seed's preset", () => {
    assert.deepEqual(Object.keys(scoresOf(using("seed"))), Object.keys(scoresOf(using("default"))));
  });

  it("takes parameters turned by hand", () => {
    assert.equal(presets.smp.dice.smooth, 0);
    const [one, two] = [
      scoresOf(using("smp", { overrides: { dice: { smooth: 1 } } })),
      scoresOf(using("default", { overrides: { dice: { smooth: 2 } } })),
    ];
    assert.ok(Math.abs(Number(one.dice) - Number(two.dice)) < 1e-12);
  });

  it("follows the threshold", () => {
    assert.equal(scoresOf(using("smp", { threshold: 200 / 255 })).precision, 2 / 3);
    assert.equal(scoresOf(using("sklearn", { threshold: 200 / 255 })).precision, 1);
  });

  it("is null where a library gives no number, with a note", () => {
    const empty = pairOf(2, [0, 0, 0, 0], [0, 0, 0, 0]);
    const settings = using("medpy");
    const evidence = gatherEvidence(empty.truth, empty.prediction, settings);
    assert.equal(evaluate(evidence, settings).hd, null);
    assert.deepEqual(peerNotes(evidence, settings), ["medpy raises an error: hd, hd95, hd95_pooled, assd"]);
    assert.deepEqual(peerNotes(evidence, using("default")), []);
  });

  it("finds the call of a library that returns our number", () => {
    const evidence = gatherEvidence(truth, prediction, defaultSettings);
    const lines = compareConventions(evidence, defaultSettings, "dice");
    assert.equal(lines[0].preset, "default");
    const call = callReturning(lines[0].value, lines);
    assert.equal([call?.preset, call?.variant].join(" "), "monai smooth=1");
    assert.equal(callReturning(null, lines), undefined);
  });

  it("says null where the evidence lacks what a library reads", () => {
    const evidence = gatherEvidence(truth, prediction, defaultSettings);
    const [line] = compareConventions(evidence, defaultSettings, "hd").filter(
      ({ preset }) => preset === "scikit-image",
    );
    assert.equal(line.value, null);
  });

  it("says by which parameters alone a variant differs", () => {
    const evidence = gatherEvidence(truth, prediction, defaultSettings);
    const variant = (id: string, preset: string, name: string) =>
      compareConventions(evidence, defaultSettings, id).find((line) => line.preset === preset && line.variant === name);
    assert.deepEqual(variant("dice", "smp", "smooth=1")?.turned, { smooth: 1 });
    const withoutAlpha = variant("focal", "monai", "alpha=None");
    assert.ok(withoutAlpha && !("turned" in withoutAlpha));
  });

  it("takes no number for the same that is not, to six digits", () => {
    const [line] = compareConventions(
      gatherEvidence(truth, prediction, defaultSettings),
      defaultSettings,
      "iou",
    ).filter(({ python }) => python !== null);
    const returning = (value: typeof line.value, own: typeof line.value) =>
      callReturning(value, [{ ...line, value: own }]);
    for (const [value, own] of [
      [0.5, 0.5],
      [0.5, 0.5 + 4e-7],
      [0, 0],
      ["nan", "nan"],
    ] as const) {
      assert.ok(returning(value, own), `${value} ${own}`);
    }
    for (const [value, own] of [
      [0.5, 0.5 + 6e-7],
      [1e-9, 2e-9],
      ["nan", 0.5],
      [0.5, "nan"],
      [null, null],
      ["nan", "raises"],
    ] as const) {
      assert.equal(returning(value, own), undefined, `${value} ${own}`);
    }
    assert.equal(callReturning(0.5, [{ ...line, value: 0.5, python: null }]), undefined);
  });

  it("is null where surfaces or objects were not gathered, though the default is the library's own", () => {
    const evidence = gatherEvidence(truth, prediction, { ...defaultSettings, families: ["pixel"] });
    for (const id of ["boundary_iou", "hd95", "nsd1", "object_ap", "hausdorff_dt_loss"]) {
      for (const { preset, value } of compareConventions(evidence, defaultSettings, id)) {
        assert.equal(value, null, `${id} of ${preset}`);
      }
    }
  });
});
