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

async function rowsOf(scorer: Scorer, of: readonly PairJob[] = jobs): Promise<Row[]> {
  const rows: Row[] = [];
  await scorer.score(of, defaultSettings, {
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

  it("fails only the pair that a thread dies of, and scores the others", async () => {
    const named = jobs.map((job, i) => (i === 3 ? { ...job, prediction: "culprit.png" } : job));
    const pool = new ScoringPool({ workerFile: join(__dirname, "fixtures/dyingWorker.cjs"), workers: 2 });
    try {
      const rows = await rowsOf(pool, named);
      assert.deepEqual(
        rows.map(({ name, status }) => [name, status]),
        named.map(({ name }, i) => [name, i === 3 ? "failed" : "scored"]),
      );
    } finally {
      await pool.close();
    }
  });

  it("fails every pair where no thread can start, and does not hang", async () => {
    const pool = new ScoringPool({ workerFile: join(__dirname, "fixtures/missing.js"), workers: 2 });
    try {
      assert.ok((await rowsOf(pool)).every(({ status }) => status === "failed"));
    } finally {
      await pool.close();
    }
  });

  for (const turnMs of [0, Number.POSITIVE_INFINITY]) {
    it(`begins no further pair once it is told to stop, in turns of ${turnMs} ms`, async () => {
      const pool = new ScoringPool({ workerFile: join(root, "dist/worker.js"), workers: 2, turnMs });
      const stop = new AbortController();
      const many = Array.from({ length: 100 }, () => jobs).flat();
      let scored = 0;
      try {
        await pool.score(many, defaultSettings, {
          signal: stop.signal,
          onRow() {
            scored++;
            stop.abort();
          },
        });
        assert.ok(scored > 0 && scored < many.length / 2, `${scored} of ${many.length}`);
      } finally {
        await pool.close();
      }
    });
  }
});
