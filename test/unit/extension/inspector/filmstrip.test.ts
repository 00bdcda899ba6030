import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import type { Thumbnail } from "../../../../src/core/maps/thumbnail.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { Filmstrip } from "../../../../src/extension/inspector/filmstrip.js";
import { rank } from "../../../../src/extension/ranking/ranking.js";
import { Run } from "../../../../src/extension/run.js";
import { pairTarget } from "../../../../src/extension/target.js";
import { pairRow, planOf } from "../fixtures.js";

type App = ConstructorParameters<typeof Filmstrip>[0];

function rig() {
  const pairs = [pairRow(0, "a", { iou: 0.9 }), pairRow(1, "b", { iou: 0.2 }), pairRow(2, "c", { iou: null })];
  const run = new Run({ predictions: "/pred", truth: "/gt" }, defaultSettings, planOf(["a", "b", "c"]));
  const asked: string[] = [];
  const session = { run, settings: defaultSettings, ranking: rank({ pairs, failures: [] }, scoreById("iou"), false) };
  const scorer = {
    async thumbnail({ name }: { name: string }, { threshold }: { threshold: number }): Promise<Thumbnail> {
      asked.push(`${name} at ${threshold}`);
      return { width: 1, height: 1, parts: Uint8Array.of(1, 2, 3) };
    },
  };
  // Only what the strip uses of them.
  return { filmstrip: new Filmstrip({ session, scorer } as unknown as App), session, pairs, asked };
}

describe("the filmstrip", () => {
  it("knows the ranking by place, and where the pair shown stands", () => {
    const { filmstrip, pairs } = rig();
    const strip = filmstrip.strip(pairTarget(pairs[0]));
    assert.deepEqual(strip, { revision: 1, count: 3, by: "IoU (Jaccard)", current: 1 });
    assert.deepEqual(filmstrip.frames(1, 0, 2), [
      { name: "b", score: "0.2000", threshold: 0.5 },
      { name: "a", score: "0.9000", threshold: 0.5 },
    ]);
    assert.equal(filmstrip.frames(1, 2, 9)[0]?.score, "—");
    assert.equal(filmstrip.strip({ kind: "empty", message: "" })?.current, -1);
  });

  it("says at which threshold the scores are: what is turned holds where tallies tell them", () => {
    const { filmstrip, session, pairs } = rig();
    const thresholds = (id: string) => {
      session.ranking = rank({ pairs, failures: [] }, scoreById(id), false);
      const { revision = 0 } = filmstrip.strip(pairTarget(pairs[0])) ?? {};
      return filmstrip.frames(revision, 0, 1).map(({ threshold }) => threshold);
    };
    session.settings = { ...defaultSettings, threshold: 0.3 };
    assert.deepEqual(thresholds("f1"), [0.3]);
    assert.deepEqual(thresholds("object_f1"), [0.5], "objects were found at that of the run");
    assert.deepEqual(thresholds("bce"), [null]);
  });

  it("answers nothing about an order that is no longer", async () => {
    const { filmstrip, session, pairs } = rig();
    filmstrip.strip(pairTarget(pairs[0]));
    session.ranking = rank({ pairs, failures: [] }, scoreById("iou"), true);
    assert.equal(filmstrip.strip(pairTarget(pairs[0]))?.revision, 2);
    assert.deepEqual(filmstrip.frames(1, 0, 3), []);
    assert.equal(filmstrip.pairAt(1, 0), undefined);
    assert.equal(filmstrip.pairAt(2, 0)?.name, "a");
    assert.equal(await filmstrip.thumbnail(1, 0, 0.5), null);
  });

  it("makes a picture once at each threshold", async () => {
    const { filmstrip, pairs, asked } = rig();
    filmstrip.strip(pairTarget(pairs[0]));
    const [first, again] = [await filmstrip.thumbnail(1, 0, 0.5), await filmstrip.thumbnail(1, 0, 0.5)];
    assert.equal(first, again);
    await filmstrip.thumbnail(1, 0, 0.3);
    assert.deepEqual(asked, ["b at 0.5", "b at 0.3"]);
  });
});
