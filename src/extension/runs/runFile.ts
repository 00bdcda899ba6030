import type { Evidence } from "../../core/evidence.js";
import { meansOf } from "../../report/macro.js";
import { isRecord } from "../../report/readSettings.js";
import type { Unmatched } from "../../report/row.js";
import type { Summary } from "../../report/summary.js";
import { BlockWriter, readBlocks } from "../../scoring/blocks.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { FailureRow, PairRow, Run } from "../run.js";
import { restoredRun } from "./restoredRun.js";
import { type RunHead, VERSION } from "./runHead.js";
import { packScores, type ScoreIds, scoreIdsOf, unpackScores } from "./scoreColumns.js";

/** Few enough that packing them does not hold up the extension host. */
const ROWS_A_BLOCK = 500;

/** The first value of a file of rows. */
interface Lead {
  readonly version: number;
  readonly failures: readonly FailureRow[];
  readonly unmatched: Unmatched;
  readonly ids: ScoreIds;
  readonly totals: readonly Evidence[];
  readonly summary?: Summary;
}

/** The values after it. */
interface Block {
  readonly jobs: readonly PairJob[];
  readonly rows: ReadonlyArray<Omit<PairRow, "scores">>;
  readonly scores: Float64Array;
}

export function headOf(run: Run): RunHead {
  const { facts, folders, settings, pairs, failures, state } = run;
  const kinds: Partial<Record<PairRow["kind"], number>> = {};
  for (const { kind } of pairs) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    ...facts,
    folders,
    settings,
    cancelled: state === "cancelled",
    kinds,
    failures: failures.length,
    means: meansOf(pairs, settings),
  };
}

/** @param summary as the scores file had it, of a run that was opened from one. */
export async function writeRows(file: string, run: Run, summary?: Summary): Promise<void> {
  const { pairs, failures, plan } = run;
  const ids = scoreIdsOf(pairs);
  const lead: Lead = {
    version: VERSION,
    failures,
    unmatched: plan.unmatched,
    ids,
    totals: run.totals(),
    ...(summary && { summary }),
  };
  const writer = new BlockWriter(file);
  writer.append(lead);
  for (let from = 0; from < plan.jobs.length; from += ROWS_A_BLOCK) {
    const part = pairs.slice(from, from + ROWS_A_BLOCK);
    const block: Block = {
      jobs: plan.jobs.slice(from, from + ROWS_A_BLOCK),
      rows: part.map(({ scores: _, ...row }) => row),
      scores: packScores(part, ids),
    };
    writer.append(block);
    // The extension host is shared: others take their turn between blocks.
    await new Promise(setImmediate);
  }
  await writer.finish();
}

/** @throws Error where the file is not whole, or of another version. */
export async function readRun(file: string, head: RunHead): Promise<Run> {
  const blocks = readBlocks(file);
  const lead = (await blocks.next()).value;
  if (!isLead(lead)) throw new Error(`${file} was written by another version.`);
  const pairs: PairRow[] = [];
  const jobs: PairJob[] = [];
  for await (const block of blocks) {
    // Whole and of this version: the file holds what writeRows put there.
    const { rows, scores, jobs: some } = block as Block;
    jobs.push(...some);
    const unpacked = unpackScores(
      rows.map(({ kind }) => kind),
      lead.ids,
      scores,
    );
    for (const [i, row] of rows.entries()) pairs.push({ ...row, scores: unpacked[i] });
  }
  const { id, name, startedAt, seconds, source, followed, folders, settings, cancelled } = head;
  const facts = {
    id,
    name,
    startedAt,
    ...(seconds !== undefined && { seconds }),
    ...(source !== undefined && { source }),
    ...(followed && { followed }),
  };
  return restoredRun({ folders, facts, cancelled }, { ...lead, settings, pairs, jobs });
}

function isLead(value: unknown): value is Lead {
  return isRecord(value) && value.version === VERSION;
}
