import { commands, type ExtensionContext, Uri, window, workspace } from "vscode";
import { Rescorer } from "../scoring/rescorer.js";
import { provideAgreementPages } from "./agreement.js";
import type { Api } from "./api.js";
import type { App } from "./app.js";
import { tell } from "./command.js";
import { registerCommands } from "./commands.js";
import { registerCompare } from "./compare/commands.js";
import { Decorations } from "./decorations/decorations.js";
import { registerFollow } from "./follow/commands.js";
import { Follower } from "./inspector/follower.js";
import { INSPECTOR, Inspector } from "./inspector/inspector.js";
import { OverlayView } from "./inspector/overlayView.js";
import { ImageFinder } from "./partner/imageFinder.js";
import { Memory } from "./partner/memory.js";
import { RankingView, targetOf } from "./ranking/rankingView.js";
import { registerRunCommands } from "./runs/commands.js";
import { RunStore } from "./runs/runStore.js";
import { Runs } from "./runs/runs.js";
import { RunsView } from "./runs/runsView.js";
import { provideScorePages } from "./scorePages.js";
import { lazyScorer } from "./scoring/lazyScorer.js";
import { Session } from "./session.js";
import { workerCount } from "./settings/configuration.js";
import { registerTable } from "./table/tablePanel.js";
import { isSamePair, showsFile, type Target } from "./target.js";
import { TurnedRanking } from "./turned/turnedRanking.js";

/** Registers everything and starts nothing: threads, files and webviews come when they are asked for. */
export function activate(context: ExtensionContext): Api {
  const memory = new Memory(context.workspaceState);
  const session = new Session();
  const workerFile = context.asAbsolutePath("dist/worker.js");
  const app: App = {
    context,
    log: window.createOutputChannel("Mask Inspector", { log: true }),
    memory,
    session,
    runs: new Runs(
      new RunStore(Uri.joinPath(context.storageUri ?? context.globalStorageUri, "runs").fsPath),
      session,
      memory,
    ),
    images: new ImageFinder(),
    rescorer: new Rescorer(workerFile),
    scorer: lazyScorer(async () => {
      // Its library takes longer to load than all the rest.
      const { ScoringPool } = await import("../scoring/pool.js");
      const workers = workerCount();
      const cache = Uri.joinPath(context.storageUri ?? context.globalStorageUri, "scores").fsPath;
      return new ScoringPool({ workerFile, cache, ...(workers !== undefined && { workers }) });
    }),
  };
  const inspector = new Inspector(app);
  const overlay = new OverlayView(app, () => inspector.settled);
  const turned = new TurnedRanking(app);
  const ranking = new RankingView(app, () => turned.settled);
  /** Shows what a person looks at elsewhere: in the inspector if it follows, and the overlay follows the inspector. */
  const show = (target: Target) => {
    // What the inspector shows, the overlay shows already.
    if (isSamePair(target, inspector.shown)) return;
    if (inspector.follows && target.kind === "pair") inspector.follow(target);
    else overlay.show(target);
  };
  const follower = new Follower(app, {
    wants: (file) =>
      (overlay.isVisible && !showsFile(overlay.shown, file)) ||
      (inspector.follows && !showsFile(inspector.shown, file)),
    show,
  });
  context.subscriptions.push(
    app.log,
    app.runs,
    new RunsView(app),
    inspector,
    overlay,
    ranking,
    { dispose: () => app.session.cancel() },
    { dispose: () => app.scorer.close() },
    { dispose: () => app.rescorer.close() },
    provideScorePages(),
    provideAgreementPages(),
    window.registerUriHandler({ handleUri: (uri) => commands.executeCommand("maskInspector.openLink", uri) }),
    window.registerWebviewViewProvider("maskInspector.overlay", overlay),
    window.registerWebviewPanelSerializer(INSPECTOR, {
      deserializeWebviewPanel: async (panel, state: unknown) => inspector.restore(panel, state),
    }),
    follower,
    turned,
    app.session.onDidTurn(() => {
      inspector.settle();
      overlay.settle();
    }),
    inspector.onDidTurn((turned) => overlay.followTurned(turned)),
    overlay.onDidAppear(() => follower.look()),
    inspector.onDidShow((target) => {
      follower.forget();
      overlay.show(target);
      ranking.follow(target);
    }),
    ranking.onDidChoose((entry) => {
      follower.forget();
      show(targetOf(entry));
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("maskInspector.rankBy")) app.session.orderChanged();
    }),
    ...registerCommands(app, inspector),
    ...registerRunCommands(app),
    new Decorations(app),
    ...registerFollow(app, (target) => inspector.show(target, { preserveFocus: true })),
    ...registerCompare(app, (target, step) => inspector.show(target, { preserveFocus: true, step })),
    ...registerTable(app, inspector),
  );
  void commands.executeCommand("setContext", "maskInspector.hasLastRun", app.memory.last !== undefined);
  app.runs.restore().catch((error: unknown) => void tell(app.log, "restore", error));
  return {
    get run() {
      return app.session.run;
    },
    get ranking() {
      return app.session.ranking;
    },
    get inspector() {
      const { shown, title } = inspector;
      return shown && title !== undefined ? { shown, title } : undefined;
    },
  };
}
