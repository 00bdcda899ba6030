import { commands, EventEmitter } from "vscode";
import { rankingScore } from "./configuration.js";
import { type Ranking, rank, scoreThatRanks } from "./ranking.js";
import type { PairRow, Run } from "./run.js";
import { throttle } from "./throttle.js";

/** Ten times a second looks live; a longer list is sent less often, so that it never fills the extension host. */
const refreshInterval = (rows: number) => Math.max(100, rows / 10);

/** The current run and its ranking, and who listens to them. */
export class Session {
  private current: Run | undefined;
  private ranked: Ranking | undefined;
  private isReversed = false;
  private readonly changed = new EventEmitter<void>();
  /** The ranking is another one: rows came, or the order changed. */
  readonly onDidChange = this.changed.event;
  /** Stops the run under way. */
  private stop: AbortController | undefined;

  private readonly refresh = throttle(
    () => {
      this.ranked = undefined;
      this.changed.fire();
    },
    () => refreshInterval(this.current?.pairs.length ?? 0),
  );

  get run(): Run | undefined {
    return this.current;
  }

  get ranking(): Ranking | undefined {
    if (!this.current) return undefined;
    this.ranked ??= rank(this.current, this.score(this.current), this.isReversed);
    return this.ranked;
  }

  /** The worst pair, whatever the order shown. */
  get worst(): PairRow | undefined {
    return this.current && rank(this.current, this.score(this.current), false).pairs[0];
  }

  /** Makes a run the current one; the one before is cancelled. @returns the signal that cancels it. */
  begin(run: Run): AbortSignal {
    this.become(run);
    this.stop = new AbortController();
    return this.stop.signal;
  }

  /** Shows a run that ended; one under way is cancelled. */
  open(run: Run): void {
    this.become(run);
  }

  /** Shows no run. */
  close(): void {
    this.become(undefined);
  }

  private become(run: Run | undefined): void {
    this.cancel();
    this.stop = undefined;
    this.current = run;
    this.isReversed = false;
    this.rowsChanged();
    this.refresh.flush();
    this.setContexts();
  }

  end(run: Run): void {
    if (this.current !== run) return;
    this.stop = undefined;
    this.rowsChanged();
    this.refresh.flush();
    this.setContexts();
  }

  cancel(): void {
    if (this.current?.state === "scoring") this.current.state = "cancelled";
    this.stop?.abort();
  }

  reverse(): void {
    this.isReversed = !this.isReversed;
    this.orderChanged();
  }

  /** Rows came: whoever listens is told soon. */
  rowsChanged(): void {
    this.refresh();
  }

  orderChanged(): void {
    this.refresh();
    this.refresh.flush();
  }

  private score({ pairs }: Run) {
    return scoreThatRanks(pairs, rankingScore());
  }

  /** Context keys for `when` clauses. */
  private setContexts(): void {
    void commands.executeCommand("setContext", "maskInspector.hasRun", this.current !== undefined);
    void commands.executeCommand("setContext", "maskInspector.scoring", this.current?.state === "scoring");
  }
}
