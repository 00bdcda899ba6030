import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import { isLibrary } from "../../../../src/core/conventions/index.js";
import { gatherEvidence, scoreValue } from "../../../../src/core/evaluate.js";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { createAnalyst } from "../../../../webview/breakdown/analysis.js";
import { compare, presetLabel, readsPeers } from "../../../../webview/breakdown/conventions.js";

const pixels = Uint8Array.from({ length: 400 }, (_, i) => (i % 20 < 9 ? 1 : 0));
const samples = Uint8Array.from({ length: 400 }, (_, i) => (i * 53) % 256);
const gather = (truth: Uint8Array, predicted: Uint8Array, settings: Settings = defaultSettings) =>
  gatherEvidence(
    { width: 20, height: 20, pixels: truth },
    { width: 20, height: 20, samples: predicted, meaning: "probability", maximum: 255 },
    settings,
  );
const evidence = gather(pixels, samples);
const compared = gather(pixels, samples, { ...defaultSettings, compare: true });
const empty = new Uint8Array(400);

const shownOf = (id: string, settings: Settings, of = evidence) => scoreValue(scoreById(id), of, settings);

describe("conventions beside the value shown", () => {
  it("puts the one shown first, then those that differ, the farthest first", () => {
    const shown = shownOf("dice", defaultSettings);
    const { lines, known, differing } = compare(evidence, defaultSettings, "dice", shown);
    const relations = lines.map(({ relation }) => relation);
    assert.equal(lines[0]?.line.preset, "default");
    assert.deepEqual(relations, [
      "reference",
      ...relations.filter((relation) => relation === "differs"),
      ...relations.filter((relation) => relation === "same"),
    ]);
    const far = lines.flatMap(({ line, relation }) =>
      relation === "differs" ? [Math.abs(Number(line.value) - Number(shown))] : [],
    );
    assert.ok(far.length > 1);
    assert.equal(far[0], Math.max(...far));
    assert.equal(differing, far.length);
    assert.equal(known, lines.length - 1);
  });

  it("finds a library's call that returns the value shown", () => {
    const { call } = compare(evidence, defaultSettings, "dice", shownOf("dice", defaultSettings));
    assert.equal(
      call?.value !== undefined && Math.abs(Number(call.value) - Number(shownOf("dice", defaultSettings))) < 1e-6,
      true,
    );
    const smp: Settings = { ...defaultSettings, preset: "smp" };
    const own = compare(evidence, smp, "dice", shownOf("dice", smp)).call;
    assert.deepEqual([own?.preset, own?.variant], ["smp", undefined]);
    assert.equal(compare(evidence, defaultSettings, "dice", 0.123).call, undefined);
  });

  it("does not take values turned by hand for the preset's own", () => {
    const { lines } = compare(evidence, defaultSettings, "dice", 0.123);
    assert.ok(lines.every(({ relation }) => relation === "differs"));
  });

  it("takes nan for undefined, and says what a library gives instead", () => {
    const nothing = gather(empty, empty);
    const { lines } = compare(nothing, defaultSettings, "iou", shownOf("iou", defaultSettings, nothing));
    const relationOf = (preset: string) => lines.find(({ line }) => line.preset === preset);
    assert.equal(relationOf("default")?.relation, "reference");
    assert.deepEqual([relationOf("smp")?.line.value, relationOf("smp")?.relation], [1, "differs"]);
    for (const { line, relation } of lines) if (line.value === "nan") assert.equal(relation, "same");
  });

  it("knows which scores need more of the pixels, with and without it", () => {
    for (const of of [evidence, compared]) {
      assert.ok(readsPeers(of, defaultSettings, "hd"));
      assert.ok(!readsPeers(of, defaultSettings, "dice"));
    }
    const unknown = (of: typeof evidence) =>
      compare(of, defaultSettings, "hd", 1).lines.filter(({ relation }) => relation === "unknown").length;
    assert.ok(unknown(evidence) > 0);
    assert.equal(unknown(compared), 0);
  });
});

describe("readings under a library's preset", () => {
  it("mark what the library lacks, and keep its words", () => {
    const readings = createAnalyst(gather(empty, empty)).read({ ...defaultSettings, preset: "sklearn" });
    const of = (id: string) => readings.find(({ score }) => score.id === id);
    assert.equal(of("lovasz_hinge")?.absent, true);
    assert.equal(of("lovasz_hinge")?.value, null);
    assert.equal(of("iou")?.absent, false);
    assert.equal(of("kappa")?.returned, "nan");
    assert.equal(of("kappa")?.value, null);
  });

  it("have a name for every preset", () => {
    assert.deepEqual(presetLabel("default"), { title: "Default", library: "Mask Inspector" });
    assert.ok(isLibrary("smp") && presetLabel("smp").library.startsWith("segmentation_models"));
  });
});
