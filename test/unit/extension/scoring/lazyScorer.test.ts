import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/settings.js";
import { lazyScorer } from "../../../../src/extension/scoring/lazyScorer.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import type { PairJob } from "../../../../src/scoring/pairJob.js";
import type { Scorer } from "../../../../src/scoring/scorer.js";

const job = { name: "a", prediction: "/none/p.png", truth: "/none/t.png" };

describe("lazyScorer", () => {
  it("makes its scorer at first use, and none just to close", async () => {
    let made = 0;
    const create = async () => {
      made++;
      return inlineScorer;
    };
    await lazyScorer(create).close();
    assert.equal(made, 0);
    const scorer = lazyScorer(create);
    await scorer.glance(job, defaultSettings);
    await scorer.score([], defaultSettings, { onRow: () => assert.fail() });
    assert.equal(made, 1);
  });

  it("reads a pair once for all who ask while it is under way", async () => {
    let reads = 0;
    const scorer = lazyScorer(async () => ({
      ...inlineScorer,
      glance: (...args) => {
        reads++;
        return inlineScorer.glance(...args);
      },
    }));
    const [a, b] = await Promise.all([scorer.glance(job, defaultSettings), scorer.glance(job, defaultSettings)]);
    assert.equal(a, b);
    assert.equal(reads, 1);
    await scorer.glance({ ...job, name: "b" }, defaultSettings);
    await scorer.glance(job, defaultSettings);
    assert.equal(reads, 3);
  });

  it("lets a person go first: pairs read ahead wait their turn, pictures behind them, one at a time", async () => {
    const begun: string[] = [];
    const ends: Array<() => void> = [];
    const begin = (what: string) => {
      begun.push(what);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    const scorer = lazyScorer(async () => ({
      ...inlineScorer,
      async gather(...[job, settings]: Parameters<Scorer["gather"]>) {
        await begin(`${job.name} ahead`);
        return inlineScorer.gather(job, settings);
      },
      async glance(...[job, settings]: Parameters<Scorer["glance"]>) {
        await begin(`${job.name} now`);
        return inlineScorer.glance(job, settings);
      },
      async thumbnail({ name }: PairJob) {
        await begin(`picture of ${name}`);
        return null;
      },
    }));
    const named = (name: string) => ({ ...job, name });
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    const endFirst = async () => {
      ends.shift()?.();
      await settle();
    };
    const asked: Promise<unknown>[] = [
      scorer.thumbnail(named("a"), defaultSettings),
      scorer.thumbnail(named("b"), defaultSettings),
      scorer.gather(named("c"), defaultSettings),
      scorer.gather(named("d"), defaultSettings),
    ];
    await settle();
    assert.deepEqual(begun, ["picture of a"]);
    asked.push(scorer.glance(named("e"), defaultSettings));
    await settle();
    assert.deepEqual(begun.slice(1), ["e now"]);
    await endFirst();
    assert.deepEqual(begun.slice(2), [], "nothing is begun while a person waits");
    await endFirst();
    assert.deepEqual(begun.slice(2), ["d ahead"]);
    await endFirst();
    assert.deepEqual(begun.slice(3), ["c ahead"]);
    await endFirst();
    assert.deepEqual(begun.slice(4), ["picture of b"]);
    await endFirst();
    await Promise.all(asked);
    assert.equal(begun.length, 5);
  });
});
