import { commands, EventEmitter } from "vscode";
import type { Settings } from "../core/settings.js";
import type { TableDials } from "../protocol/table.js";
import { type Ranking, rank, scoreThatRanks } from "./ranking/ranking.js";
import type { PairRow, Run } from "./run.js";
import { rankingScore } from "./settings/configuration.js";
import { throttle } from "./throttle.js";
import { type TurnedScores, turnedPairs } from "./turned/turnedPairs.js";

/** Ten times a second looks live; a longer list is sent less often, so that it never fills the extension host. */
const refreshInterval = (rows: number) => Math.max(100, rows / 10);

/** The current run and its ranking, and who listens to them. */
export class Session {
  private current: Run | undefined;
  private ranked: Ranking | undefined;
  private isReversed = false;
  private dials: TableDials | null = null;
  private scores: TurnedScores = new Map();
  private readonly changed = new EventEmitter<void>();
  /** The ranking is another one: rows came, or the order changed. */
  readonly onDidChange = this.changed.event;
  private readonly dialled = new EventEmitter<void>();
  /** Other settings are turned for all pairs, or none any more. */
  readonly onDidTurn = this.dialled.event;
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
    this.ranked ??= this.rank(this.current, this.isReversed);
    return this.ranked;
  }

  /** The ranking whatever the order shown. */
  get worstFirst(): Ranking | undefined {
    return this.isReversed ? this.current && this.rank(this.current, false) : this.ranking;
  }

  get worst(): PairRow | undefined {
    return this.worstFirst?.pairs[0];
  }

  /** What is turned for all pairs of the run, held here and nowhere else; null: they are as scored. */
  get turned(): TableDials | null {
    return this.dials;
  }

  /** The settings that hold for the pairs of the run. */
  get settings(): Settings | undefined {
    return this.current && { ...this.current.settings, ...this.dials };
  }

  /** Turns the settings of all pairs; null: back to those that they were scored under. */
  turn(dials: TableDials | null): void {
    if (JSON.stringify(dials) === JSON.stringify(this.dials)) return;
    this.dials = dials;
    this.dialled.fire();
  }

  /** Ranks by scores that were evaluated under the settings turned. */
  rescored(scores: TurnedScores): void {
    this.scores = scores;
    this.orderChanged();
  }

  /** Takes over more scores under the settings turned: the order stays, so that nobody is told. */
  detailed(scores: TurnedScores): void {
    this.scores = new Map([...this.scores, ...scores]);
    this.ranked = undefined;
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

  /** Takes over the run that is open as it is now; what was chosen for it stays. */
  replace(run: Run): void {
    const { dials, isReversed } = this;
    this.become(run);
    this.isReversed = isReversed;
    this.turn(dials);
    this.orderChanged();
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
    this.scores = new Map();
    const { dials } = this;
    // Before anyone is told of the run: what was turned was turned for another.
    this.dials = null;
    this.rowsChanged();
    this.refresh.flush();
    this.setContexts();
    if (dials) this.dialled.fire();
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

  private rank({ pairs, failures, settings }: Run, isReversed: boolean): Ranking {
    const score = scoreThatRanks(pairs, rankingScore());
    return rank({ pairs: turnedPairs(pairs, this.scores), failures }, score, isReversed, settings.emptyPolicy);
  }

  /** Context keys for `when` clauses. */
  private setContexts(): void {
    void commands.executeCommand("setContext", "maskInspector.hasRun", this.current !== undefined);
    void commands.executeCommand("setContext", "maskInspector.scoring", this.current?.state === "scoring");
  }
}
