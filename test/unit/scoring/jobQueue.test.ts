import assert from "node:assert/strict";
import fc from "fast-check";
import { JobQueue } from "../../../src/scoring/jobQueue.js";

describe("a queue of jobs shared by threads", () => {
  it("gives every job once, in order, however its takers alternate", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.array(fc.nat(2), { minLength: 45, maxLength: 90 }), (jobs, turns) => {
        const first = new JobQueue();
        const takers = [first, new JobQueue(first.memory), new JobQueue(first.memory)];
        const taken = turns.map((taker) => takers[taker].take(jobs)).filter((index) => index !== null);
        assert.deepEqual(taken, [...Array(jobs).keys()]);
      }),
    );
  });

  it("leaves what lies beyond the end of one taker to the others", () => {
    const queue = new JobQueue();
    assert.equal(queue.take(1), 0);
    assert.equal(queue.take(1), null);
    assert.equal(queue.position, 1);
    assert.equal(queue.take(2), 1);
  });

  it("leaves out what it skips", () => {
    const queue = new JobQueue();
    queue.skipTo(5);
    assert.equal(queue.take(5), null);
    assert.equal(queue.take(6), 5);
  });
});
