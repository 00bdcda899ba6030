import assert from "node:assert/strict";
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { defaultSettings } from "../../../../src/core/settings.js";
import { Follower } from "../../../../src/scoring/follow/follower.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import { scorePair } from "../../../../src/scoring/scorePair.js";

const sample = resolve(__dirname, "../../../../media/sample");
const truth = join(sample, "gt");
const [v1, v2] = ["unet-v1", "unet-v2"].map((model) => (name: string) => join(sample, "pred", model, `${name}.png`));

/** What scoring the finished file gives. */
function plainly(prediction: string, name: string): number | null | undefined {
  const row = scorePair({ name, prediction, truth: join(truth, `${name}.png`) }, defaultSettings);
  return row.status === "scored" ? row.scores.iou : undefined;
}

describe("following a folder", () => {
  let folder = "";
  let follower: Follower;
  /** The clock of the follower: files are written now, by the system's, so that it begins there. */
  let now = Date.now();
  let changes = 0;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
    now = Date.now();
    changes = 0;
    follower = new Follower({
      folder,
      truth,
      settings: defaultSettings,
      scorer: inlineScorer,
      quietMs: 100,
      now: () => now,
      onChange: () => changes++,
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const later = async (ms: number) => {
    now += ms;
    await follower.look();
  };
  const iouOf = (name: string) => follower.rows.get(name)?.scores.iou;

  it("scores a file that is written in pieces only when it is whole", async () => {
    const bytes = readFileSync(v1("polyp-hole"));
    const file = join(folder, "polyp-hole.png");
    writeFileSync(file, bytes.subarray(0, 300));
    await follower.look();
    // The writer stalls longer than a file must rest: what is there cannot be decoded, which is no result.
    for (const wait of [100, 200, 500]) {
      await later(wait);
      assert.equal(follower.rows.size, 0);
      assert.deepEqual(follower.failures, []);
      assert.equal(follower.pending, 1);
    }
    appendFileSync(file, bytes.subarray(300));
    await later(10);
    assert.equal(follower.rows.size, 0, "it may still grow");
    await later(100);
    assert.equal(iouOf("polyp-hole"), plainly(v1("polyp-hole"), "polyp-hole"));
    assert.equal(follower.pending, 0);
    assert.ok(changes > 0);
  });

  it("discards what it read while the file was overwritten", async () => {
    const file = join(folder, "polyp-hole.png");
    let readings = 0;
    const overtaken = new Follower({
      folder,
      truth,
      settings: defaultSettings,
      scorer: {
        score: (jobs, settings, options) =>
          inlineScorer.score(jobs, settings, {
            ...options,
            onRow(row, index, use) {
              // The writer was faster: what was read is no longer what is there.
              if (readings++ === 0) copyFileSync(v2("polyp-hole"), file);
              options.onRow(row, index, use);
            },
          }),
      },
      quietMs: 100,
      now: () => now,
      onChange: () => {},
    });
    copyFileSync(v1("polyp-hole"), file);
    for (const wait of [0, 100]) {
      now += wait;
      await overtaken.look();
    }
    assert.deepEqual([readings, overtaken.rows.size], [1, 0]);
    for (const wait of [0, 100]) {
      now += wait;
      await overtaken.look();
    }
    assert.equal(overtaken.rows.get("polyp-hole")?.scores.iou, plainly(v2("polyp-hole"), "polyp-hole"));
  });

  it("pairs a lone file when the names of more show what they have in common", async () => {
    copyFileSync(v1("polyp-hole"), join(folder, "polyp-hole_x3.png"));
    await follower.look();
    await later(100);
    const alone = follower.withoutTruth;
    for (const name of ["ship-shift", "river-split", "leaf-perfect"])
      copyFileSync(v1(name), join(folder, `${name}_x3.png`));
    await later(10);
    await later(100);
    await later(100);
    assert.ok(alone <= 1);
    assert.deepEqual([follower.rows.size, follower.withoutTruth], [4, 0]);
  });

  it("gives up a file that stays torn, with the reason, until it changes", async () => {
    const file = join(folder, "polyp-hole.png");
    writeFileSync(file, readFileSync(v1("polyp-hole")).subarray(0, 300));
    await follower.look();
    for (let i = 0; i < 8; i++) await later(2000);
    assert.equal(follower.failures.length, 1);
    assert.equal(follower.failures[0]?.file, file);
    copyFileSync(v1("polyp-hole"), file);
    await later(10);
    await later(100);
    assert.deepEqual(follower.failures, []);
    assert.equal(follower.rows.size, 1);
  });

  it("keeps what a file scored before it was overwritten, and makes a point of every round", async () => {
    for (const name of ["polyp-hole", "ship-shift"]) copyFileSync(v1(name), join(folder, `${name}.png`));
    await follower.look();
    await later(100);
    assert.deepEqual(
      follower.trend.map(({ at, n }) => [at, n]),
      [[1, 2]],
    );
    copyFileSync(v2("ship-shift"), join(folder, "ship-shift.png"));
    await later(10);
    await later(100);
    const row = follower.rows.get("ship-shift");
    assert.equal(row?.scores.iou, plainly(v2("ship-shift"), "ship-shift"));
    assert.equal(row?.before?.iou, plainly(v1("ship-shift"), "ship-shift"));
    assert.equal(follower.trend.length, 1, "half of the round is missing");
    assert.equal(follower.unsettled, 1);
    await later(5000);
    assert.equal(follower.trend.length, 2);
    assert.equal(follower.unsettled, 0);
    const both = [plainly(v1("polyp-hole"), "polyp-hole"), plainly(v2("ship-shift"), "ship-shift")];
    assert.ok(Math.abs(Number(follower.trend[1]?.means.iou) - (Number(both[0]) + Number(both[1])) / 2) < 1e-15);
    const shared = follower.trend[1]?.shared;
    assert.equal(shared?.n.iou, 2);
    assert.equal(shared.now.iou, follower.trend[1]?.means.iou);
    unlinkSync(join(folder, "ship-shift.png"));
    await later(10);
    assert.deepEqual([...follower.rows.keys()], ["polyp-hole"]);
  });

  it("makes a point of every epoch, each against the one before", async () => {
    for (const [epoch, version] of [
      ["epoch_9", v1],
      ["epoch_10", v2],
    ] as const) {
      mkdirSync(join(folder, epoch));
      for (const name of ["polyp-hole", "ship-shift"]) copyFileSync(version(name), join(folder, epoch, `${name}.png`));
    }
    await follower.look();
    await later(100);
    assert.ok(follower.hasEpochs);
    assert.equal(follower.withoutTruth, 0);
    assert.deepEqual(
      follower.trend.map(({ at, n, isSameSet }) => [at, n, isSameSet]),
      [
        [9, 2, true],
        [10, 2, true],
      ],
    );
    const row = follower.rows.get("ship-shift");
    assert.equal(row?.scores.iou, plainly(v2("ship-shift"), "ship-shift"));
    assert.equal(row?.before?.iou, plainly(v1("ship-shift"), "ship-shift"));
  });

  it("compares rounds of different images over those that both have", async () => {
    copyFileSync(v1("polyp-hole"), join(folder, "polyp-hole.png"));
    await follower.look();
    await later(100);
    for (const name of ["polyp-hole", "ship-shift"]) copyFileSync(v2(name), join(folder, `${name}.png`));
    await later(10);
    await later(100);
    assert.deepEqual(
      follower.trend.map(({ n, isSameSet }) => [n, isSameSet]),
      [
        [1, true],
        [2, false],
      ],
    );
    const [first, second] = follower.trend;
    assert.equal(first?.shared, null);
    assert.deepEqual(
      [second?.shared?.n.iou, second?.shared?.before.iou, second?.shared?.now.iou],
      [1, plainly(v1("polyp-hole"), "polyp-hole"), plainly(v2("polyp-hole"), "polyp-hole")],
    );
  });

  it("goes on with the rounds from before: what is there is no new one, what comes is", async () => {
    for (const name of ["polyp-hole", "ship-shift"]) copyFileSync(v1(name), join(folder, `${name}.png`));
    await follower.look();
    await later(100);
    const resumed = new Follower({
      folder,
      truth,
      settings: defaultSettings,
      scorer: inlineScorer,
      quietMs: 100,
      now: () => now,
      earlier: follower.rows,
      rounds: follower.trend,
      onChange: () => {},
    });
    for (const wait of [0, 100]) {
      now += wait;
      await resumed.look();
    }
    const news = () => [...resumed.rows].flatMap(([name, { update }]) => (update > 0 ? [name] : [])).sort();
    assert.equal(resumed.rows.size, 2);
    assert.deepEqual(news(), []);
    assert.deepEqual(resumed.trend, follower.trend);
    assert.equal(resumed.unsettled, 0, "what was there is not written anew");
    for (const name of ["polyp-hole", "ship-shift"]) copyFileSync(v2(name), join(folder, `${name}.png`));
    for (const wait of [10, 100]) {
      now += wait;
      await resumed.look();
    }
    assert.deepEqual(news(), ["polyp-hole", "ship-shift"]);
    assert.deepEqual(
      resumed.trend.map(({ at, n, shared }) => [at, n, shared?.n.iou]),
      [
        [1, 2, undefined],
        [2, 2, 2],
      ],
    );
  });

  it("leaves alone what has no partner, and what is no mask", async () => {
    writeFileSync(join(folder, "log.txt"), "epoch 1");
    copyFileSync(v1("polyp-hole"), join(folder, "stranger.png"));
    copyFileSync(v1("polyp-hole"), join(folder, "polyp-hole.png"));
    await follower.look();
    await later(100);
    assert.deepEqual([...follower.rows.keys()], ["polyp-hole"]);
    assert.deepEqual([follower.pending, follower.withoutTruth], [0, 1]);
  });
});
