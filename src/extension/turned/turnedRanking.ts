import { commands, type Disposable, window } from "vscode";
import { mainScores } from "../../core/mainScores.js";
import type { App } from "../app.js";
import { tell } from "../command.js";
import type { Run } from "../run.js";
import { showSummary } from "../scoring/summaryMessage.js";
import { reachOf } from "../table/tableRows.js";
import type { TurnedScores } from "./turnedPairs.js";

/** A list of 20,000 rows takes VS Code long enough to draw that a slider in motion should not wait for it. */
const restFor = (pairs: number) => Math.min(400, pairs / 50);

/** Ranks the pairs of the open run under the settings that are turned for all of them, from their tallies. */
export class TurnedRanking implements Disposable {
  private timer: NodeJS.Timeout | undefined;
  /** What the ranking was evaluated for. */
  private evaluated: { readonly run: Run | undefined; readonly question: string } = { run: undefined, question: "" };
  private working: Promise<void> = Promise.resolve();
  private readonly listeners: readonly Disposable[];

  constructor(private readonly app: Pick<App, "session" | "runs" | "rescorer" | "memory" | "log">) {
    const { session, memory } = app;
    this.listeners = [
      session.onDidTurn(() => {
        const { run, turned } = session;
        void memory.setTurned(run && turned ? { run: run.facts.id, dials: turned } : undefined);
        void commands.executeCommand("setContext", "maskInspector.turned", turned !== null);
        this.soon();
      }),
      // Another score may rank now.
      session.onDidChange(() => session.turned && this.question() !== this.evaluated.question && this.soon()),
    ];
  }

  /** Done once every score of the rows that is shown somewhere is that of the settings turned. */
  get settled(): Promise<void> {
    return this.working;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.working = this.evaluate().catch((error: unknown) => void tell(this.app.log, "turned", error));
      },
      restFor(this.app.session.run?.pairs.length ?? 0),
    );
  }

  private async evaluate(): Promise<void> {
    const { session } = this.app;
    const { run } = session;
    const question = this.question();
    if (!run || (question === this.evaluated.question && run === this.evaluated.run)) return;
    // A run that was just opened ranks as it was scored.
    if (!session.turned && this.evaluated.run !== run) return;
    const ranks = session.ranking ? [session.ranking.score.id] : [];
    const scores = await window.withProgress({ location: { viewId: "maskInspector.ranking" } }, () =>
      this.scores(run, ranks),
    );
    if (question !== this.question()) return;
    this.evaluated = { run, question };
    session.rescored(scores);
    showSummary(session, run, "settings");
    // Nobody waits for what only tooltips say.
    const others = mainScores.binary.filter((id) => !ranks.includes(id));
    const details = await this.scores(run, others);
    if (question === this.question()) session.detailed(details);
  }

  private async scores(run: Run, wanted: readonly string[]): Promise<TurnedScores> {
    const { session, runs, rescorer } = this.app;
    const { settings = run.settings } = session;
    const ids = wanted.filter((id) => reachOf(id, run.settings, settings) === "tallies");
    if (ids.length === 0) return new Map();
    const pairs = run.plan.jobs.length;
    const columns = await rescorer.rescore({ file: runs.evidenceFile(run), ids, settings, pairs });
    return new Map(ids.map((id, i) => [id, columns[i]]));
  }

  private question(): string {
    const { run, turned, ranking } = this.app.session;
    return JSON.stringify([run?.facts.id, turned, turned && ranking?.score.id]);
  }
}
