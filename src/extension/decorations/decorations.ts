import {
  type Disposable,
  EventEmitter,
  type FileDecoration,
  type FileDecorationProvider,
  l10n,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { App } from "../app.js";
import { scoreText } from "../ranking/rowText.js";
import { rankingScore } from "../settings/configuration.js";
import { type Worst, worstTenth } from "./worstTenth.js";

const SETTING = "maskInspector.explorerDecorations";

/** Marks the worst tenth of the open run in the Explorer, where the person wants that. */
export class Decorations implements FileDecorationProvider, Disposable {
  private worst: ReadonlyMap<string, Worst> = new Map();
  /** The score that ranks. */
  private score = rankingScore();
  private readonly changed = new EventEmitter<Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;
  private readonly listeners: readonly Disposable[];

  constructor(private readonly app: App) {
    this.listeners = [
      window.registerFileDecorationProvider(this),
      // While rows stream in, the worst are others with each of them.
      app.session.onDidChange(() => app.session.run?.state !== "scoring" && this.refresh()),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SETTING) && this.refresh()),
    ];
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const found = uri.scheme === "file" ? this.worst.get(uri.fsPath) : undefined;
    if (!found) return undefined;
    const { rank: place, of, value } = found;
    return {
      badge: "W",
      tooltip: l10n.t(
        "Worst tenth: {0} {1}, place {2} of {3}",
        this.score.title,
        scoreText(this.score, value),
        place,
        of,
      ),
      color: new ThemeColor("list.warningForeground"),
    };
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }

  private refresh(): void {
    const before = this.worst;
    const isWanted = workspace.getConfiguration().get(SETTING) === true;
    const ranking = isWanted ? this.app.session.worstFirst : undefined;
    if (ranking) {
      this.worst = worstTenth(ranking);
      this.score = ranking.score;
    } else this.worst = new Map();
    const files = new Set([...before.keys(), ...this.worst.keys()]);
    if (files.size > 0) this.changed.fire(Array.from(files, (file) => Uri.file(file)));
  }
}
