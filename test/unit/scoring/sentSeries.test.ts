import assert from "node:assert/strict";
import { bootstrapIntervals, LANES, type SeriesGroup } from "../../../src/core/bootstrap.js";
import { inShares, intervalsOfSent, roomFor, sentGroup } from "../../../src/scoring/sentSeries.js";

const groupOf = (length: number): SeriesGroup => ({
  series: 3,
  length,
  write(lanes) {
    for (let i = 0; i < length; i++) for (let s = 0; s < 3; s++) lanes[LANES * i + s] = (i * i * (s + 1)) % 17;
  },
});
const groupsOf = (count: number, length: number) => Array.from({ length: count }, () => groupOf(length));
const sizes = (count: number, length: number, threads: number) =>
  inShares(groupsOf(count, length), threads).map(({ length: size }) => size);

describe("series for other threads", () => {
  it("go in as many messages as there are threads, of many images one by one", () => {
    assert.deepEqual(sizes(7, 200, 2), [4, 3]);
    assert.deepEqual(sizes(7, 200, 3), [3, 3, 1]);
    assert.deepEqual(sizes(2, 200, 8), [1, 1]);
    assert.deepEqual(sizes(7, 8000, 2), [2, 2, 2, 1]);
    assert.deepEqual(sizes(3, 1_000_000, 2), [1, 1, 1]);
    assert.deepEqual(sizes(0, 0, 2), []);
  });

  it("have the intervals that they have here, in room that longer ones had", () => {
    const groups = [groupOf(50), groupOf(20), groupOf(1)];
    const room = roomFor(groups);
    for (const group of groups) {
      assert.deepEqual(intervalsOfSent([sentGroup(group, room)]), [bootstrapIntervals(group)]);
    }
  });
});
