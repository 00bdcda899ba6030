import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fates } from "../../../src/core/objects/fates.js";
import { defaultSettings, type Settings } from "../../../src/core/settings.js";
import { encodePng } from "../../../src/formats/png.js";
import type { ScoredRow } from "../../../src/report/row.js";
import { planPairs } from "../../../src/scoring/folders.js";
import { gatherPair } from "../../../src/scoring/gatherPair.js";
import type { PairJob } from "../../../src/scoring/pairJob.js";
import { scorePair } from "../../../src/scoring/scorePair.js";
import { fileOf } from "../../reference/golden.js";
import { makeNpy } from "../formats/support.js";

const jobOf = (name: string): PairJob => ({
  name,
  prediction: fileOf(`pred/${name}.png`),
  truth: fileOf(`gt/${name}.png`),
});

function scored(job: PairJob, settings: Settings = defaultSettings): ScoredRow {
  const row = scorePair(job, settings);
  if (row.status === "failed") throw new Error(`${row.reason} ${row.remedy}`);
  return row;
}

describe("pairs of ids", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function save(file: string, samples: readonly number[]): string {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      encodePng({ width: samples.length, height: 1, channels: 1, samples: Uint8Array.from(samples) }),
    );
    return path;
  }

  it("are gathered for the inspector with the scores of the row, in places of classes or numbers of objects", () => {
    for (const name of ["h13_voc_palette", "h18_inst_256"]) {
      const gathered = gatherPair(jobOf(name), defaultSettings);
      assert.ok(gathered.status === "maps");
      const { maps, scores, readAs } = gathered;
      const row = scored(jobOf(name));
      assert.deepEqual([scores, readAs, maps.kind], [row.scores, row.readAs, row.kind]);
      const told = scorePair(jobOf(name), { ...defaultSettings, diagnose: true });
      assert.deepEqual(
        gathered.diagnosis.map(({ id }) => id),
        told.status === "scored" ? (told.diagnosis ?? []).map(({ id }) => id) : null,
      );
      assert.equal(maps.truth.length, row.width * row.height);
      if (maps.kind === "labels") {
        assert.deepEqual([maps.classes, maps.perClass], [row.classes, row.perClass]);
        assert.equal(
          maps.areas.reduce((sum, { truth }) => sum + truth, 0),
          maps.truth.filter((place) => place < maps.classes.length).length,
        );
      } else {
        const { truth, prediction } = maps.objects;
        const matched = truth.fates.filter((fate) => fates[fate] === "matched").length;
        assert.equal(truth.ids.length - matched, scores.objects_missed);
        assert.equal(prediction.ids.length - matched, scores.objects_false);
        assert.equal(Math.max(...maps.truth), truth.ids.length);
      }
    }
  });

  it("have their details in the row, of the families asked for", () => {
    const labels = scored(jobOf("h13_voc_palette"));
    assert.equal(labels.confusion?.length, 5);
    assert.equal(labels.perThreshold, undefined);
    const objects = scored(jobOf("h18_inst_256"));
    assert.equal(objects.perThreshold?.object_f1.length, 10);
    assert.equal(objects.confusion, undefined);
    const binary = scored(jobOf("p01_blob_101"));
    assert.deepEqual(Object.keys(binary.perThreshold ?? {}).slice(0, 2), ["iou", "object_precision"]);
    const mean = (binary.perThreshold?.iou ?? []).reduce<number>((sum, value) => sum + Number(value), 0) / 10;
    assert.ok(Math.abs(mean - Number(binary.scores.mean_iou)) < 1e-12);
    const pixels = scored(jobOf("p01_blob_101"), { ...defaultSettings, families: ["pixel"] });
    assert.deepEqual(Object.keys(pixels.perThreshold ?? {}), ["iou"]);
    const none = scored(jobOf("h18_inst_256"), { ...defaultSettings, families: ["pixel"] });
    assert.deepEqual([none.scores, none.perThreshold], [{}, undefined]);
  });

  it("of one map a class are paired over the sub-folders, and scored as C x H x W are", async () => {
    const classes = [
      { id: 0, name: "sky" },
      { id: 1, name: "road" },
      { id: 2, name: "car" },
    ];
    const maps = { sky: [200, 51, 0], road: [55, 153, 102], car: [0, 51, 153] };
    for (const [name, samples] of Object.entries(maps)) save(`pred/${name}/scene/a.png`, samples);
    save("pred/sky/scene/alone.png", [1]);
    const truth = save("gt/scene/a.png", [0, 1, 2]);
    const plan = await planPairs(join(folder, "pred"), join(folder, "gt"), classes);
    assert.deepEqual(plan.unmatched, { predictions: ["sky/scene/alone.png"], truth: [] });
    assert.equal(plan.jobs.length, 1);
    assert.equal(plan.jobs[0].name, "scene/a");
    const settings = { ...defaultSettings, classes };
    const byFolder = scored(plan.jobs[0], settings);
    const stacked = join(folder, "stacked.npy");
    const values = Float64Array.from(Object.values(maps).flat(), (value) => value / 255);
    writeFileSync(stacked, makeNpy("<f8", [3, 1, 3], values));
    const byArray = scored({ name: "a", prediction: stacked, truth }, settings);
    for (const [id, value] of Object.entries(byArray.scores)) {
      assert.ok(Math.abs(Number(byFolder.scores[id]) - Number(value)) < 1e-12, id);
    }
    assert.equal(byFolder.scores.pixel_accuracy, 1);
    assert.ok(Math.abs(Number(byFolder.scores.nll) + Math.log((200 * 153 * 153) / 255 ** 3) / 3) < 1e-12);
  });

  it("take numbered sub-folders without a list when nothing pairs otherwise", async () => {
    for (const id of [0, 1, 2]) save(`pred/${id}/a.png`, [id === 1 ? 255 : 0]);
    save("gt/a.png", [1]);
    const { jobs } = await planPairs(join(folder, "pred"), join(folder, "gt"));
    assert.equal(jobs.length, 1);
    assert.equal(scored(jobs[0]).scores.pixel_accuracy, 1);
    save("gt/0/a.png", [1]);
    const plain = await planPairs(join(folder, "pred"), join(folder, "gt"));
    assert.ok(plain.jobs.some((job) => job.classMaps === undefined));
  });

  it("name the class map that is damaged or missing", () => {
    const [sky, truth] = [save("pred/sky/a.png", [255]), save("gt/a.png", [0])];
    const job = { name: "a", prediction: sky, truth };
    const classMaps = [
      { id: 0, file: sky },
      { id: 1, file: join(folder, "pred/road/a.png") },
    ];
    const row = scorePair({ ...job, classMaps }, defaultSettings);
    assert.ok(row.status === "failed" && row.file.endsWith("a.png") && /gone/.test(row.reason));
    const classes = [{ id: 0 }, { id: 1 }, { id: 2 }];
    const incomplete = scorePair({ ...job, classMaps: [classMaps[0]] }, { ...defaultSettings, classes });
    assert.ok(
      incomplete.status === "failed" && /no map of class 1/.test(incomplete.reason),
      JSON.stringify(incomplete),
    );
  });
});
