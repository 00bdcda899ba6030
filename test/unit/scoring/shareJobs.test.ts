import assert from "node:assert/strict";
import fc from "fast-check";
import { type Share, shareJobs } from "../../../src/scoring/shareJobs.js";

/** Threads that die of some jobs; `turn` jobs are taken at a time. */
async function shared(
  count: number,
  options: { others: number; turn: number; here: boolean; deadly: readonly number[] },
) {
  const jobs = Array.from({ length: count }, (_, i) => `job ${i}`);
  const done: number[] = [];
  const lost: number[] = [];
  await shareJobs(jobs, {
    others: options.others,
    async takeTurn({ queue, end }: Share, tell) {
      for (let taken = 0; taken < options.turn; taken++) {
        const index = queue.take(end);
        if (index === null) return;
        await new Promise((resolve) => setImmediate(resolve));
        if (options.deadly.includes(index)) throw new Error("The thread died.");
        tell(index);
        done.push(index);
      }
    },
    ...(options.here && {
      doHere(job: string, index: number) {
        assert.equal(job, `job ${index}`);
        done.push(index);
      },
    }),
    giveUp: (index) => lost.push(index),
  });
  return { done: done.sort((a, b) => a - b), lost: lost.sort((a, b) => a - b) };
}

describe("jobs shared by threads", () => {
  it("are all done once, however many threads there are and however long their turns", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          count: fc.nat(200),
          others: fc.integer({ min: 1, max: 4 }),
          turn: fc.integer({ min: 1, max: 90 }),
        }),
        fc.boolean(),
        async ({ count, ...options }, here) => {
          const { done, lost } = await shared(count, { ...options, here, deadly: [] });
          assert.deepEqual([done, lost], [[...Array(count).keys()], []]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("are given up only where a thread dies of them, also of several", async () => {
    const { done, lost } = await shared(90, { others: 2, turn: 1000, here: false, deadly: [3, 4, 70] });
    assert.deepEqual(lost, [3, 4, 70]);
    assert.equal(done.length, 87);
  });

  it("are given up where every thread dies at once, without trying for ever", async () => {
    let turns = 0;
    const lost: unknown[] = [];
    await shareJobs(["a", "b"], {
      others: 2,
      takeTurn: () => Promise.reject(new Error(`no thread ${++turns}`)),
      giveUp: (index, reason) => lost.push([index, String(reason)]),
    });
    assert.deepEqual(lost, [
      [0, "Error: no thread 3"],
      [1, "Error: no thread 4"],
    ]);
  });

  it("are left alone once it is told to stop", async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const threads = {
      others: 0,
      takeTurn: async () => {},
      giveUp: () => assert.fail("nobody died"),
      doHere(_: number, index: number) {
        done.push(index);
        if (index === 2) stop.abort();
      },
    };
    await shareJobs([0, 1, 2, 3, 4], threads, stop.signal);
    await shareJobs([0, 1], threads, stop.signal);
    assert.deepEqual(done, [0, 1, 2]);
  });
});
