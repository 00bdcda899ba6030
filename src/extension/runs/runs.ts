import { type Disposable, EventEmitter, l10n } from "vscode";
import type { Summary } from "../../report/summary.js";
import { EvidenceWriter } from "../../scoring/evidenceFile.js";
import type { Memory } from "../partner/memory.js";
import { Problem } from "../problem.js";
import type { Run } from "../run.js";
import type { Session } from "../session.js";
import type { RunHead } from "./runHead.js";
import type { RunStore } from "./runStore.js";

/** The runs of this workspace: those kept, and the one that is open. */
export class Runs implements Disposable {
  private heads: readonly RunHead[] = [];
  private readonly changed = new EventEmitter<void>();
  /** The list is another one. */
  readonly onDidChange = this.changed.event;
  private reading: Promise<void> | undefined;
  private live: RunHead | undefined;

  constructor(
    private readonly store: RunStore,
    private readonly session: Session,
    private readonly memory: Memory,
  ) {}

  /** Latest first; the one that is followed now on top. */
  async list(): Promise<readonly RunHead[]> {
    await this.ready();
    const { live, heads } = this;
    return live ? [live, ...heads.filter(({ id }) => id !== live.id)] : heads;
  }

  /** The run of the folder that is followed now. */
  get liveId(): string | undefined {
    return this.live?.id;
  }

  /** Shows the run of the folder that is followed, as it stands; undefined: none is. */
  showLive(head: RunHead | undefined): void {
    this.live = head;
    this.changed.fire();
  }

  /** Keeps the tallies of a run under way, pair by pair. */
  async record(run: Run): Promise<EvidenceWriter> {
    // Scoring goes on; whoever finishes the file is told that it cannot be written.
    await this.store.prepare().catch(() => undefined);
    return new EvidenceWriter(this.evidenceFile(run));
  }

  /** Keeps a run that ended; it is the one that a reloaded window shows again. */
  async keep(run: Run, summary?: Summary): Promise<RunHead> {
    await this.ready();
    const head = await this.store.save(run, summary);
    this.heads = await this.store.list();
    if (this.session.run === run) await this.memory.setOpenRun(head.id);
    // As it is now, where it is open: its folder is followed.
    if (this.session.run?.facts.id === head.id && this.session.run !== run) this.session.replace(run);
    this.changed.fire();
    return head;
  }

  /** Shows a run in the ranking. */
  async open(id: string): Promise<Run> {
    const { run } = this.session;
    if (run?.facts.id === id) return run;
    const opened = await this.load(await this.find(id));
    this.session.open(opened);
    await this.memory.setOpenRun(id);
    this.changed.fire();
    return opened;
  }

  /** Runs as they were when they ended, without showing them. */
  async read(ids: readonly string[]): Promise<Run[]> {
    return Promise.all(ids.map(async (id) => this.load(await this.find(id))));
  }

  /** Shows the run that was open before the window was reloaded, unless another one is open already. */
  async restore(): Promise<void> {
    const id = this.memory.openRun;
    const head = id === undefined ? undefined : (await this.list()).find((candidate) => candidate.id === id);
    if (!head || this.session.run) return;
    const run = await this.load(head);
    if (this.session.run) return;
    const turned = this.memory.turnedOf(head.id);
    this.session.open(run);
    this.session.turn(turned);
    this.changed.fire();
  }

  async rename(id: string, name: string): Promise<void> {
    await this.store.rename(await this.find(id), name);
    const { run } = this.session;
    if (run?.facts.id === id) run.facts = { ...run.facts, name };
    this.heads = await this.store.list();
    this.session.orderChanged();
    this.changed.fire();
  }

  async delete(id: string): Promise<void> {
    await this.store.delete(id);
    this.heads = await this.store.list();
    if (this.session.run?.facts.id === id) this.session.close();
    this.changed.fire();
  }

  /** Where the tallies of a run are, if they are kept. */
  evidenceFile({ facts }: Run): string {
    return this.store.file(facts.id, "evidence");
  }

  /** Where the trend of a folder that was followed is, if the run is of one. */
  recordFile(id: string): string {
    return this.store.file(id, "follow");
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async find(id: string): Promise<RunHead> {
    const head = (await this.list()).find((candidate) => candidate.id === id);
    if (!head) throw new Problem(l10n.t("This run was deleted."), l10n.t("Score its folder again."));
    return head;
  }

  private async load(head: RunHead): Promise<Run> {
    try {
      return await this.store.load(head);
    } catch (error) {
      throw new Problem(
        l10n.t("The run {0} cannot be read: {1}", head.name, error instanceof Error ? error.message : String(error)),
        l10n.t("Score its folder again, and delete the run."),
        [{ title: l10n.t("Score Again"), command: "maskInspector.scoreRunAgain", args: [head] }],
      );
    }
  }

  /** Files are read when the list is first asked for. */
  private ready(): Promise<void> {
    this.reading ??= this.store
      .clean(Date.now())
      .then(() => this.store.list())
      .then((heads) => {
        this.heads = heads;
      });
    return this.reading;
  }
}
