import assert from "node:assert/strict";
import { catalogue } from "../../../src/core/catalogue.js";
import { guidanceFor, guidedIds } from "../../../src/core/guidance.js";

describe("guidance", () => {
  it("has an entry for every score, and no other", () => {
    assert.deepEqual([...guidedIds].sort(), catalogue.map(({ id }) => id).sort());
    assert.throws(() => guidanceFor("toString"), RangeError);
  });

  it("is in short sentences", () => {
    for (const id of guidedIds) {
      for (const sentence of Object.values(guidanceFor(id))) {
        assert.match(sentence, /^[A-Z].*\.$/, id);
        assert.ok(sentence.length <= 140, `${id}: ${sentence}`);
      }
    }
  });
});
