import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import {
  entryOf,
  fileOf,
  likelyNext,
  neighbour,
  positionOf,
  rank,
  scoreThatRanks,
  unscoredOf,
} from "../../../../src/extension/ranking/ranking.js";
import type { FailureRow } from "../../../../src/extension/run.js";
import { pairRow } from "../fixtures.js";

const iou = scoreById("iou");
const bce = scoreById("bce");
const failure = (name: string): FailureRow => ({ status: "failed", name, file: `/${name}`, reason: "", remedy: "" });
const run = {
  // As they arrive from the workers: not in the order of the jobs.
  pairs: [
    pairRow(3, "d", { iou: 0.5, bce: 0.9 }),
    pairRow(1, "b", { iou: null, bce: 0.1 }),
    pairRow(0, "a", { iou: 0.9, bce: 0.2 }),
    pairRow(2, "c", { iou: 0.5, bce: 0.4 }),
  ],
  failures: [failure("x10"), failure("x9")],
};
const names = (pairs: ReadonlyArray<{ name: string }>) => pairs.map(({ name }) => name).join("");

describe("rank", () => {
  it("puts the lowest first where higher is better; equal pairs in order of the jobs, undefined last", () => {
    assert.equal(names(rank(run, iou, false).pairs), "cdab");
  });

  it("puts the highest first where lower is better", () => {
    assert.equal(names(rank(run, bce, false).pairs), "dcab");
  });

  it("reversed, still keeps undefined pairs last", () => assert.equal(names(rank(run, iou, true).pairs), "adcb"));

  it("averages where the score is defined", () => {
    assert.ok(Math.abs((rank(run, iou, false).mean ?? 0) - 1.9 / 3) < 1e-12);
    assert.equal(rank({ pairs: [], failures: [] }, iou, false).mean, null);
  });

  it("counts an undefined score in the mean as the setting says, one of another kind never", () => {
    const pairs = [...run.pairs, pairRow(4, "map", { miou: 0.5 })];
    const means = (["exclude", "zero", "one"] as const).map((empty) => {
      const { mean, counted } = rank({ pairs, failures: [] }, iou, false, empty);
      return [mean?.toFixed(6), counted];
    });
    assert.deepEqual(means, [
      [(1.9 / 3).toFixed(6), 3],
      [(1.9 / 4).toFixed(6), 4],
      [(2.9 / 4).toFixed(6), 4],
    ]);
  });

  it("lists failures in natural order", () => assert.equal(names(rank(run, iou, false).failures), "x9x10"));
});

describe("positionOf", () => {
  it("counts from 1, and says whether failures follow", () => {
    const position = { rank: 2, of: 4, by: iou.title };
    assert.deepEqual(positionOf(rank(run, iou, false), "/pred/d.png"), { ...position, leadsOn: true });
    assert.deepEqual(positionOf(rank({ ...run, failures: [] }, iou, false), "/pred/d.png"), position);
  });

  it("is undefined for a pair that is not ranked, or without a ranking", () => {
    assert.equal(positionOf(rank(run, iou, false), "/pred/z.png"), undefined);
    assert.equal(positionOf(undefined, "/pred/a.png"), undefined);
  });
});

describe("unscoredOf", () => {
  it("counts what failed, in the order listed", () => {
    assert.deepEqual(unscoredOf(rank(run, iou, false), "/x10"), { rank: 2, of: 2, follows: true });
    assert.deepEqual(unscoredOf(rank({ ...run, pairs: [] }, iou, false), "/x9"), { rank: 1, of: 2, follows: false });
  });

  it("is undefined for a file that did not fail, or without a ranking", () => {
    assert.equal(unscoredOf(rank(run, iou, false), "/pred/a.png"), undefined);
    assert.equal(unscoredOf(undefined, "/x9"), undefined);
  });
});

describe("likelyNext", () => {
  const ranking = rank(run, iou, false);
  it("is the next, the one before, and the one after the next", () => {
    assert.equal(names(likelyNext(ranking, "/pred/d.png")), "acb");
    assert.equal(names(likelyNext(ranking, "/pred/c.png")), "da");
    assert.equal(names(likelyNext(ranking, "/pred/z.png")), "");
  });

  it("leaves out what is too large to be read without being asked for", () => {
    const large = { ...pairRow(0, "a", { iou: 0.1 }), width: 5000, height: 5000 };
    const pairs = [large, pairRow(1, "b", { iou: 0.2 }), pairRow(2, "c", { iou: 0.3 })];
    assert.equal(names(likelyNext({ ...ranking, pairs }, "/pred/b.png")), "c");
  });
});

describe("entryOf", () => {
  const ranking = rank(run, iou, false);
  it("finds a pair by its prediction, and what failed by its file", () => {
    for (const file of ["/pred/d.png", "/x9"]) {
      const entry = entryOf(ranking, file);
      assert.ok(entry);
      assert.equal(fileOf(entry), file);
    }
    assert.equal(entryOf(ranking, ""), undefined);
    assert.equal(entryOf(ranking, "/truth/d.png"), undefined);
  });
});

describe("neighbour", () => {
  const ranking = rank(run, iou, false);
  const nameAt = (file: string, by: number) => {
    const entry = neighbour(ranking, file, by);
    return entry?.kind === "pair" ? entry.pair.name : entry?.row.name;
  };
  it("walks the order shown and stays at its ends", () => {
    assert.equal(nameAt("/pred/c.png", 1), "d");
    assert.equal(nameAt("/pred/c.png", -1), "c");
    assert.equal(nameAt("/x10", 1), "x10");
  });

  it("goes on to what failed, and back to the pairs", () => {
    assert.equal(nameAt("/pred/b.png", 1), "x9");
    assert.equal(nameAt("/x9", 1), "x10");
    assert.equal(nameAt("/x10", -1), "x9");
    assert.equal(nameAt("/x9", -1), "b");
  });

  it("leads from a pair that is not ranked to the last before it, and on to the first", () => {
    assert.equal(nameAt("/elsewhere.png", -1), "b");
    assert.equal(nameAt("/elsewhere.png", 1), "c");
  });
});

describe("scoreThatRanks", () => {
  it("is the one chosen where a pair has it, else the usual one of the kind", () => {
    assert.equal(scoreThatRanks([{ kind: "binary" }], bce).id, "bce");
    assert.equal(scoreThatRanks([{ kind: "labels" }], bce).id, "miou");
    assert.equal(scoreThatRanks([{ kind: "objects" }], bce).id, "pq");
    assert.equal(scoreThatRanks([], bce).id, "bce");
  });

  it("stays where only some pairs have it; the others come last", () => {
    const pairs = [{ ...pairRow(0, "map", { miou: 0.2 }), kind: "labels" as const }, pairRow(1, "mask", { iou: 0.9 })];
    assert.equal(scoreThatRanks(pairs, iou).id, "iou");
    assert.equal(names(rank({ pairs, failures: [] }, iou, false).pairs), "maskmap");
  });
});
