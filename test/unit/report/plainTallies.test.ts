import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { scoreById } from "../../../src/core/catalogue.js";
import { evaluate, type Scores } from "../../../src/core/evaluate.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { plainTallies, talliesFrom } from "../../../src/report/plainTallies.js";
import { scorePair } from "../../../src/scoring/scorePair.js";

const sample = resolve(__dirname, "../../../media/sample");
const evidenceOf = (model: string, name: string) => {
  const job = {
    name,
    prediction: join(sample, "pred", model, `${name}.png`),
    truth: join(sample, "gt", `${name}.png`),
  };
  const row = scorePair(job, defaultSettings);
  if (row.status !== "scored") throw new Error(row.reason);
  return row.evidence;
};
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("tallies in a file of scores", () => {
  it("give every score that is made of them, under any settings, to the bit", () => {
    const own = evidenceOf("unet-v1", "polyp-hole");
    const read = talliesFrom(throughJson(plainTallies(own)));
    assert.ok(read);
    for (const threshold of [0.2, 0.5, 0.9]) {
      const settings = { ...defaultSettings, threshold };
      const [expected, found]: [Scores, Scores] = [evaluate(own, settings), evaluate(read, settings)];
      const ids = Object.keys(expected).filter((id) => scoreById(id).family !== "boundary");
      assert.ok(ids.length > 30);
      for (const id of ids) assert.equal(found[id], expected[id], id);
    }
  });

  it("are short where most counts are 0", () => {
    const text = JSON.stringify(plainTallies(evidenceOf("unet-v2", "road-inverted")));
    assert.ok(text.length < 60_000, String(text.length));
    assert.match(text, /"range":256|"at":\[/);
  });

  it("are none of label maps, nor of what is damaged", () => {
    assert.equal(plainTallies({ kind: "labels", confusion: [] } as never), undefined);
    const plain = throughJson(plainTallies(evidenceOf("unet-v1", "polyp-hole"))) as Record<string, unknown>;
    for (const broken of [undefined, 3, {}, { ...plain, pixels: {} }, { ...plain, weighted: 1 }])
      assert.equal(talliesFrom(broken), undefined);
    assert.equal(talliesFrom({ ...plain, pixels: { array: "Float64Array", values: null } }), undefined);
  });
});
