import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import threads from "node:worker_threads";
import { defaultSettings } from "../../../src/core/settings.js";
import type { Row } from "../../../src/report/row.js";
import { inlineScorer } from "../../../src/scoring/inline.js";
import type { PairJob } from "../../../src/scoring/pairJob.js";
import { ScoringPool } from "../../../src/scoring/pool.js";
import type { Scorer } from "../../../src/scoring/scorer.js";

const root = resolve(__dirname, "../../..");
const sample = join(root, "media/sample");
const jobs: PairJob[] = readdirSync(join(sample, "gt")).map((file) => ({
  name: file,
  prediction: join(sample, "pred/unet-v1", file),
  truth: join(sample, "gt", file),
}));

async function rowsOf(scorer: Scorer): Promise<Row[]> {
  const rows: Row[] = [];
  await scorer.score(jobs, defaultSettings, {
    onRow(row, index) {
      rows[index] = row;
    },
  });
  return rows;
}

describe("scoring in worker threads", () => {
  const { Worker } = threads;
  let started = 0;
  before(() => {
    threads.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        started++;
      }
    };
  });
  after(() => {
    threads.Worker = Worker;
  });

  const scores = (rows: readonly Row[]) => rows.map((row) => row.status === "scored" && [row.name, row.scores]);

  for (const workers of [1, 2, 3]) {
    it(`uses ${workers} of them where so many are asked for, and gives the same numbers to the bit`, async () => {
      const expected = scores(await rowsOf(inlineScorer));
      started = 0;
      const pool = new ScoringPool({ workerFile: join(root, "dist/worker.js"), workers });
      try {
        assert.deepEqual(scores(await rowsOf(pool)), expected);
        assert.equal(started, workers);
      } finally {
        await pool.close();
      }
    });
  }
});
