import assert from "node:assert/strict";
import { defaultSettings, type Settings } from "../../../src/core/settings.js";
import { scorePair } from "../../../src/scoring/scorePair.js";
import { fileOf, pairs } from "../../reference/golden.js";

const settings: Settings = { ...defaultSettings, families: ["pixel", "boundary", "objects"], diagnose: true };

/** Bytes of the smallest memory that pixels are lent from. */
const LENT_FROM = 1 << 20;

/** The largest buffer that something holds a view of. */
function largestBuffer(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.buffer.byteLength;
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(largestBuffer));
}

describe("rows of pairs", () => {
  it("hold no pixels of the memory that pairs are scored in, and stay what they are when other pairs are", () => {
    const jobs = pairs.map(({ name, gt, pred }) => ({ name, prediction: fileOf(pred), truth: fileOf(gt) }));
    const rows = jobs.map((job) => scorePair(job, settings));
    const copies = structuredClone(rows);
    assert.ok(new Set(rows.map((row) => (row.status === "scored" ? row.kind : row.status))).size >= 3);
    for (const row of rows) assert.ok(largestBuffer(row) < LENT_FROM, row.name);
    for (const [at, job] of jobs.entries()) assert.deepEqual(scorePair(job, settings), copies[at]);
    assert.deepEqual(rows, copies);
  });
});
