import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Scores } from "../../core/evaluate.js";
import type { EvidenceKind } from "../../core/evidence.js";
import type { Settings } from "../../core/settings.js";
import { meansOf } from "../../report/macro.js";
import type { FailedRow, Row } from "../../report/row.js";
import { planPairs } from "../folders.js";
import { listMasks } from "../listMasks.js";
import type { PairJob } from "../pairJob.js";
import type { Scorer } from "../scorer.js";
import { type Epoch, epochOf, epochsOf } from "./epochs.js";
import { Settling, type Stamp } from "./settling.js";
import { type Scored, sameImages, sharedMeans } from "./shared.js";
import { Rounds, type TrendPoint } from "./trend.js";

/** A pair as it was last scored. */
export interface FollowedRow {
  readonly job: PairJob;
  readonly kind: EvidenceKind;
  readonly scores: Scores;
  /** The scores before: of its file before it was overwritten, or of the epoch before. */
  readonly before: Scores | null;
  /** Counts the updates: the latest have the highest. 0: its file was there, as it is, when the following began. */
  readonly update: number;
}

/** The rows of an epoch, or of a folder without epochs, by name. */
type Rows = Map<string, FollowedRow>;

export interface FollowOptions {
  /** Absolute paths. */
  readonly folder: string;
  readonly truth: string;
  readonly settings: Settings;
  readonly scorer: Pick<Scorer, "score">;
  /** What the first epoch or round is compared with, by name: the last run of the folder. */
  readonly earlier?: Scored;
  /** Rounds from when it was followed before; `earlier` are the rows of the last of them. */
  readonly rounds?: readonly TrendPoint[];
  /** How long a file must rest before it is read, milliseconds. */
  readonly quietMs?: number;
  readonly now?: () => number;
  /** Something is new. */
  readonly onChange: () => void;
}

/** The folder itself, where it has no epochs. */
const WHOLE: Epoch = { number: 0, folder: "" };

/**
 * Scores the masks of a folder as they are written, those of each `epoch_*` sub-folder by themselves. It looks when it is
 * told to; who tells it, and how often, is the caller's matter.
 */
export class Follower {
  private readonly settling: Settling;
  private readonly rounds: Rounds;
  /** By the folder of their epoch. */
  private readonly epochs = new Map<string, Rows>();
  /** By file. */
  private readonly failed = new Map<string, FailedRow>();
  /** Files whose partner was not found: the names of more files may show what they have in common. */
  private readonly alone = new Set<string>();
  private listed = 0;
  private order: readonly Epoch[] = [];
  private scoredRows = 0;
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private readonly stop = new AbortController();
  /** Files that were there at the first look, as they were; undefined before. */
  private initial: Map<string, Stamp> | undefined;

  constructor(private readonly options: FollowOptions) {
    this.settling = new Settling(options.quietMs ?? 400);
    this.rounds = new Rounds(options.rounds, options.earlier);
  }

  /** The pairs of the latest epoch. */
  get rows(): ReadonlyMap<string, FollowedRow> {
    return this.epochs.get(this.latest.folder) ?? new Map();
  }

  /** Counts the rows that were scored. */
  get updates(): number {
    return this.scoredRows;
  }

  /** The sub-folder of the latest epoch; empty where there are none. */
  get latestFolder(): string {
    return this.latest.folder;
  }

  get failures(): readonly FailedRow[] {
    return Array.from(this.failed.values());
  }

  /** Files that are being written, or wait to be read. */
  get pending(): number {
    return this.settling.pending;
  }

  /** Files that have no ground truth. */
  get withoutTruth(): number {
    return this.alone.size;
  }

  get hasEpochs(): boolean {
    return this.latest !== WHOLE;
  }

  /** Rows that are in no round yet. */
  get unsettled(): number {
    return this.hasEpochs ? 0 : this.rounds.written(this.rows);
  }

  /** A point an epoch, or a round. */
  get trend(): readonly TrendPoint[] {
    if (!this.hasEpochs) return this.rounds.points;
    const { settings, earlier } = this.options;
    let before: Scored | undefined = earlier;
    let point: Scored | undefined;
    return this.order.flatMap(({ number, folder }) => {
      const rows = this.epochs.get(folder);
      if (!rows || rows.size === 0) return [];
      const shared = sharedMeans(before, rows, settings);
      const isSameSet = !point || sameImages(point, rows);
      before = point = rows;
      return [{ at: number, n: rows.size, means: meansOf(Array.from(rows.values()), settings), isSameSet, shared }];
    });
  }

  /** Looks at the folder. While it does, further calls make it look once more. */
  look(): Promise<void> {
    if (this.looking) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookOnce().finally(() => {
      this.looking = undefined;
      if (this.lookAgain && !this.stop.signal.aborted) {
        this.lookAgain = false;
        void this.look();
      }
    });
    return this.looking;
  }

  end(): void {
    this.stop.abort();
  }

  private get latest(): Epoch {
    return this.order.at(-1) ?? WHOLE;
  }

  /** One of those listed, so that two files of an epoch have the same. */
  private epochOf(file: string): Epoch {
    const own = epochOf(file)?.folder;
    return this.order.find(({ folder }) => folder === own) ?? WHOLE;
  }

  private get now(): number {
    return (this.options.now ?? Date.now)();
  }

  private async lookOnce(): Promise<void> {
    const { folder, settings } = this.options;
    const files = await listMasks(folder);
    const before = this.pending;
    this.order = epochsOf(files);
    const paths = new Set(files.map((file) => join(folder, file)));
    this.forget(this.settling.keepOnly(paths));
    const ready = new Map<string, Epoch>();
    const first = this.initial === undefined ? new Map<string, Stamp>() : undefined;
    this.initial ??= first;
    const isLonger = files.length > this.listed;
    this.listed = files.length;
    for (const file of files) {
      const path = join(folder, file);
      const stamp = await stampOf(path);
      if (stamp) first?.set(path, stamp);
      const isReady = stamp && this.settling.observe(path, stamp, this.now);
      if (isReady || (isLonger && this.alone.has(path))) ready.set(path, this.epochOf(file));
    }
    for (const epoch of new Set(ready.values())) await this.score(epoch, ready);
    const isNew = this.rounds.close(this.rows, settings, this.pending === 0, this.now) && !this.hasEpochs;
    if (isNew || this.pending !== before) this.options.onChange();
  }

  private async score(epoch: Epoch, ready: ReadonlyMap<string, Epoch>): Promise<void> {
    const { folder, truth, settings, scorer } = this.options;
    const plan = await planPairs(join(folder, epoch.folder), truth, settings.classes);
    const jobs = plan.jobs.filter((job) => filesOf(job).some((file) => ready.has(file)));
    const results: Array<Promise<void>> = [];
    await scorer.score(jobs, settings, {
      signal: this.stop.signal,
      onRow: (row, index) => void results.push(this.take(epoch, jobs[index] as PairJob, row)),
    });
    await Promise.all(results);
    // Files without a partner, and further maps of a pair, are whole as far as anyone can tell.
    const paired = new Set(jobs.map(({ prediction }) => prediction));
    const known = new Set(plan.jobs.flatMap(filesOf));
    for (const [path, of] of ready) {
      if (of !== epoch) continue;
      const stamp = paired.has(path) ? undefined : await stampOf(path);
      if (stamp) this.settling.conclude(path, stamp, false, this.now);
      if (known.has(path)) this.alone.delete(path);
      else this.alone.add(path);
    }
  }

  /** A row counts only if its file is still what it was before it was read. */
  private async take(epoch: Epoch, job: PairJob, row: Row): Promise<void> {
    const stamp = await stampOf(job.prediction);
    if (!this.settling.conclude(job.prediction, stamp, row.status === "failed", this.now)) return;
    if (row.status === "failed") this.failed.set(job.prediction, row);
    else {
      this.failed.delete(job.prediction);
      const rows: Rows = this.epochs.get(epoch.folder) ?? new Map();
      this.epochs.set(epoch.folder, rows);
      const before = rows.get(row.name)?.scores ?? this.earlier(epoch)?.get(row.name)?.scores ?? null;
      this.scoredRows++;
      const update = this.isNews(job.prediction, stamp) ? this.scoredRows : 0;
      rows.set(row.name, { job, kind: row.kind, scores: row.scores, before, update });
      this.rounds.changed(row.name, this.now);
    }
    this.options.onChange();
  }

  /** What stood in the folder as it is when the following began, or went on after a reload, did not just come. */
  private isNews(file: string, stamp: Stamp | undefined): boolean {
    const before = this.initial?.get(file);
    return !before || !stamp || before.size !== stamp.size || before.modified !== stamp.modified;
  }

  /** The rows of the epoch before. */
  private earlier({ folder }: Epoch): Rows | undefined {
    const at = this.order.findIndex((other) => other.folder === folder);
    return at > 0 ? this.epochs.get((this.order[at - 1] as Epoch).folder) : undefined;
  }

  private forget(gone: readonly string[]): void {
    if (gone.length === 0) return;
    const paths = new Set(gone);
    for (const path of gone) {
      this.failed.delete(path);
      this.alone.delete(path);
    }
    for (const rows of this.epochs.values()) {
      for (const [name, { job }] of rows) if (paths.has(job.prediction)) rows.delete(name);
    }
    this.options.onChange();
  }
}

function filesOf({ prediction, classMaps = [] }: PairJob): string[] {
  return [prediction, ...classMaps.map(({ file }) => file)];
}

async function stampOf(path: string): Promise<Stamp | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && { size: found.size, modified: found.mtimeMs };
}
