import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Summary } from "../../report/summary.js";
import type { Run } from "../run.js";
import { headOf, readRun, writeRows } from "./runFile.js";
import { headText, parseHead, type RunHead } from "./runHead.js";

/** Runs beyond this many are forgotten, the oldest first. */
const MOST = 60;
/** Tallies of older runs are forgotten when all together are larger, in bytes; the runs themselves stay. */
const MOST_EVIDENCE = 2e9;
/** What a window that was killed left half-written is removed after this long. */
const STALE_MS = 24 * 3600 * 1000;

/**
 * Runs in a folder, each in up to four files: `ID.json`, its head, is written last and says that the run is there;
 * `ID.rows` holds its pairs, `ID.evidence` what re-scoring needs of each, `ID.follow` the trend of a folder that was followed. A file that is damaged hides one run, not all.
 */
export class RunStore {
  /** @param mostEvidence bytes of tallies that are kept in all. */
  constructor(
    private readonly folder: string,
    private readonly mostEvidence = MOST_EVIDENCE,
  ) {}

  /** Heads of all runs, latest first. */
  async list(): Promise<RunHead[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    const heads = await Promise.all(names.filter((name) => name.endsWith(".json")).map((name) => this.head(name)));
    return heads.flatMap((head) => head ?? []).sort((a, b) => b.startedAt - a.startedAt);
  }

  /** Keeps a run that ended, and forgets the oldest beyond what is kept. @param summary as a scores file had it. */
  async save(run: Run, summary?: Summary): Promise<RunHead> {
    await this.prepare();
    const head = headOf(run);
    await writeRows(this.file(head.id, "rows"), run, summary);
    await this.writeHead(head);
    const others = (await this.list()).filter(({ id }) => id !== head.id);
    for (const { id } of others.slice(MOST - 1)) await this.delete(id);
    await this.boundEvidence([head, ...others]);
    return head;
  }

  /** Makes sure that the folder is there. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
  }

  /** @throws Error where its rows are gone, damaged, or of another version. */
  load(head: RunHead): Promise<Run> {
    return readRun(this.file(head.id, "rows"), head);
  }

  async rename(head: RunHead, name: string): Promise<RunHead> {
    const renamed = { ...head, name };
    await this.writeHead(renamed);
    return renamed;
  }

  async delete(id: string): Promise<void> {
    // The head first: without it the rest is nothing.
    for (const kind of ["json", "rows", "evidence", "follow"] as const) await rm(this.file(id, kind), { force: true });
  }

  /** Removes what a window that was killed left half-written. */
  async clean(now: number): Promise<void> {
    const names = await readdir(this.folder).catch((): string[] => []);
    for (const name of names.filter((name) => name.endsWith(".part"))) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && now - found.mtimeMs > STALE_MS) await rm(path, { force: true });
    }
  }

  file(id: string, kind: "json" | "rows" | "evidence" | "follow"): string {
    return join(this.folder, `${id}.${kind}`);
  }

  private async head(name: string): Promise<RunHead | undefined> {
    const head = parseHead(await readFile(join(this.folder, name), "utf8").catch(() => ""));
    // A head under another's name would delete the other's files.
    return head && `${head.id}.json` === name ? head : undefined;
  }

  /** @param heads latest first. */
  private async boundEvidence(heads: readonly RunHead[]): Promise<void> {
    let sum = 0;
    for (const [i, { id }] of heads.entries()) {
      const file = this.file(id, "evidence");
      sum += await stat(file).then(
        ({ size }) => size,
        () => 0,
      );
      if (i > 0 && sum > this.mostEvidence) await rm(file, { force: true });
    }
  }

  private async writeHead(head: RunHead): Promise<void> {
    const file = this.file(head.id, "json");
    await writeFile(`${file}.part`, headText(head));
    await rename(`${file}.part`, file);
  }
}
