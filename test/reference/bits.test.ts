import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Bits, scoresOfPairs } from "./bits.js";
import { fileOf } from "./golden.js";

/** Written by writeBits.ts before the pixels were first read faster. */
const before: Bits = JSON.parse(readFileSync(fileOf("bits.json"), "utf8"));

describe("speed changes no number", () => {
  const now = scoresOfPairs();

  for (const [variant, ofPairs] of Object.entries(before.values)) {
    it(`every score of every shared pair is what it was, to the last bit: ${variant}`, () => {
      for (const [pair, values] of Object.entries(ofPairs)) {
        const scores = now[variant]?.[pair] ?? {};
        const found = before.ids.map((id) => scores[id] ?? null);
        const differing = before.ids.filter((_, i) => found[i] !== values[i]);
        assert.deepEqual(differing, [], pair);
      }
    });
  }

  it("is about numbers", () => {
    const values = Object.values(before.values).flatMap((ofPairs) => Object.values(ofPairs).flat());
    assert.ok(values.filter((value) => value !== null).length > 1500);
  });
});
