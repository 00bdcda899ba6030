import assert from "node:assert/strict";
import { Memory } from "../../../../src/extension/partner/memory.js";

function store(values: Record<string, unknown> = {}) {
  return {
    get: (key: string) => values[key],
    async update(key: string, value: unknown) {
      values[key] = value;
    },
  };
}

describe("Memory", () => {
  it("remembers the latest ground truth of each folder, latest first", async () => {
    const memory = new Memory(store());
    await memory.remember({ predictions: "/v1", truth: "/gt" });
    await memory.remember({ predictions: "/v2", truth: "/gt" });
    await memory.remember({ predictions: "/v1", truth: "/labels" });
    assert.equal(memory.truthFor("/v1"), "/labels");
    assert.equal(memory.truthFor("/v3"), undefined);
    assert.deepEqual(
      memory.choices().map(({ predictions }) => predictions),
      ["/v1", "/v2"],
    );
  });

  it("remembers what is turned for the pairs of one run", async () => {
    const kept = store();
    const dials = { threshold: 0.3, preset: "seed", overrides: { focal: { gamma: 1 } } } as const;
    await new Memory(kept).setTurned({ run: "one", dials });
    assert.deepEqual(new Memory(kept).turnedOf("one"), dials);
    assert.equal(new Memory(kept).turnedOf("two"), null);
    for (const broken of [null, { threshold: "0.3" }, { ...dials, preset: "no such" }]) {
      assert.equal(new Memory(store({ turned: { run: "one", dials: broken } })).turnedOf("one"), null);
    }
    await new Memory(kept).setTurned(undefined);
    assert.equal(new Memory(kept).turnedOf("one"), null);
  });

  it("passes over what another version may have stored", () => {
    const memory = new Memory(store({ truthByPredictions: [{ predictions: 1 }, null], lastRun: "x" }));
    assert.deepEqual(memory.choices(), []);
    assert.equal(memory.last, undefined);
  });
});
