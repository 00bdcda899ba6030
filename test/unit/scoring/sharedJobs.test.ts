import assert from "node:assert/strict";
import fc from "fast-check";
import type { PairJob } from "../../../src/scoring/pairJob.js";
import { jobAt, shareable } from "../../../src/scoring/sharedJobs.js";

const text = fc.string({ unit: "binary", maxLength: 12 });

const plain = <Of>(model: { [Key in keyof Of]: fc.Arbitrary<Of[Key]> }) => fc.record(model, { noNullPrototype: true });

const job: fc.Arbitrary<PairJob> = fc.record(
  {
    name: text,
    prediction: text.map((file) => `runs/a/${file}`),
    truth: fc.constantFrom("gt/", "gt", "", "/data/é/").chain((folder) => text.map((file) => folder + file)),
    classMaps: fc.array(plain({ id: fc.nat(), file: text })),
    other: plain({ name: text, own: text, prediction: text }),
  },
  { requiredKeys: ["name", "prediction", "truth"], noNullPrototype: true },
);

describe("shared jobs", () => {
  it("are what they were, also in another thread, whatever their names", () => {
    fc.assert(
      fc.property(fc.array(job, { maxLength: 20 }), (jobs) => {
        const there = structuredClone(shareable(jobs));
        assert.deepEqual(
          jobs.map((_, i) => jobAt(there, i)),
          jobs,
        );
      }),
    );
  });

  it("share their memory, and keep their folders once", () => {
    const folder = "a long path to the predictions of some model/".repeat(4);
    const jobs = Array.from({ length: 100 }, (_, i) => ({
      name: `${i}`,
      prediction: `${folder}${i}`,
      truth: `t/${i}`,
    }));
    const list = shareable(jobs);
    assert.equal(structuredClone(list).bytes.buffer.byteLength, list.bytes.byteLength);
    structuredClone(list).bytes[1] = 33;
    assert.equal(list.bytes[1], 33);
    assert.ok(list.bytes.length < 100 * 30, `${list.bytes.length} bytes`);
  });
});
