import { basename } from "node:path";
import {
  type Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  Uri,
  window,
} from "vscode";
import type { Score } from "../../core/score.js";
import type { App } from "../app.js";
import { displayPath } from "../paths.js";
import type { FailureRow, PairRow } from "../run.js";
import { listedFile, pairTarget, type Target } from "../target.js";
import { turnedWords } from "../turned/turnedWords.js";
import { countFailures, type Entry, entriesOf, entryOf, fileOf } from "./ranking.js";
import { barIcon, barLength, goodness } from "./rowIcon.js";
import {
  failureTooltip,
  pairTooltip,
  scoreText,
  shortName,
  spokenFailure,
  spokenPair,
  summaryText,
} from "./rowText.js";

/**
 * To select a row VS Code opens its view, and gives way to nothing: a page that is opened together with the side bar comes
 * first.
 */
const CATCH_UP_MS = 500;

/** The ranking in the side bar: pairs in order, then what failed. */
export class RankingView implements TreeDataProvider<Entry>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: TreeView<Entry>;
  private readonly chosen = new EventEmitter<Entry>();
  /** A person selected a row; not: it was selected because its pair is shown. */
  readonly onDidChoose = this.chosen.event;
  private followed: Target | undefined;
  private catchingUp: NodeJS.Timeout | undefined;
  /** The file whose row is being selected. VS Code tells of it before it says that it is done. */
  private revealing: string | undefined;
  /** Losses without an upper bound fill their bars by the worst of the run. */
  private worst = 0;

  constructor(
    private readonly app: App,
    /** Done once the scores that tooltips show are those of the settings turned. */
    private readonly settled: () => Promise<void>,
  ) {
    this.view = window.createTreeView("maskInspector.ranking", { treeDataProvider: this });
    app.session.onDidChange(() => this.refresh());
    this.view.onDidChangeVisibility(() => {
      clearTimeout(this.catchingUp);
      this.catchingUp = setTimeout(() => void this.select(), CATCH_UP_MS);
    });
    this.view.onDidChangeSelection(({ selection: [entry] }) => {
      if (!entry || fileOf(entry) === this.revealing) return;
      this.chosen.fire(entry);
    });
  }

  getChildren(entry?: Entry): Entry[] {
    const { ranking } = this.app.session;
    if (entry || !ranking) return [];
    return entriesOf(ranking);
  }

  getParent(): undefined {
    return undefined;
  }

  getTreeItem(entry: Entry): TreeItem {
    const item = entry.kind === "pair" ? this.pairItem(entry.pair) : failureItem(entry.row);
    item.command = { command: "maskInspector.openPair", title: l10n.t("Open"), arguments: [entry] };
    return item;
  }

  /** Tooltips are written when they are asked for: there may be thousands of rows. */
  async resolveTreeItem(item: TreeItem, entry: Entry): Promise<TreeItem> {
    if (entry.kind === "failure") {
      item.tooltip = new MarkdownString(failureTooltip(entry.row));
      return item;
    }
    await this.settled();
    const { ranking } = this.app.session;
    // More of its scores may be known by now than when it was listed.
    const pair = ranking?.pairs.find(({ prediction }) => prediction === entry.pair.prediction);
    if (ranking && pair) item.tooltip = new MarkdownString(pairTooltip(pair, ranking.score));
    return item;
  }

  /** Selects the row of what is shown elsewhere, leaving the keyboard where it is; of a hidden view once it is seen. */
  follow(target: Target): void {
    this.followed = target;
    void this.select();
  }

  /** One row at a time, the latest last: who walks fast passes by rows that need not be selected. */
  private async select(): Promise<void> {
    if (this.revealing !== undefined) return;
    for (let entry = this.wanted(); entry && fileOf(entry) !== this.revealing; entry = this.wanted()) {
      this.revealing = fileOf(entry);
      try {
        await this.view.reveal(entry, { select: true, focus: false });
      } catch (error) {
        // The list may have changed meanwhile.
        this.app.log.debug(`ranking: ${String(error)}`);
      }
    }
    this.revealing = undefined;
  }

  /** The row to select; undefined where it is selected already, hidden, or in no ranking. */
  private wanted(): Entry | undefined {
    const { ranking } = this.app.session;
    const [selected] = this.view.selection;
    const file = listedFile(this.followed);
    if (!ranking || !this.view.visible || (selected && fileOf(selected) === file)) return undefined;
    return entryOf(ranking, file);
  }

  dispose(): void {
    clearTimeout(this.catchingUp);
    this.view.dispose();
    this.changed.dispose();
    this.chosen.dispose();
  }

  private refresh(): void {
    const { session } = this.app;
    const { ranking, run } = session;
    if (!ranking || !run) {
      this.clear();
      return;
    }
    const { score, pairs, failures } = ranking;
    this.worst = Math.max(0, ...[pairs.at(0), pairs.at(-1)].map((pair) => pair?.scores[score.id] ?? 0));
    this.view.title = l10n.t("Ranking: {0}", run.facts.name);
    this.view.description = l10n.t("against {0}", basename(run.folders.truth));
    const turned = turnedWords(session.turned, run.settings);
    this.view.message = [summaryText(ranking, run.state), ...(turned === "" ? [] : [turned])].join(" · ");
    const { failed } = countFailures(failures);
    this.view.badge = failed > 0 ? { value: failed, tooltip: l10n.t("{0} could not be scored", failed) } : undefined;
    this.changed.fire();
  }

  private clear(): void {
    this.view.title = l10n.t("Ranking");
    this.view.description = this.view.message = "";
    this.view.badge = undefined;
    this.changed.fire();
  }

  private pairItem(pair: PairRow): TreeItem {
    const score = this.app.session.ranking?.score;
    const item = new TreeItem(shortName(pair.name));
    item.id = pair.prediction;
    item.contextValue = "pair";
    if (!score) return item;
    const value = pair.scores[score.id] ?? null;
    item.description = scoreText(score, value);
    item.accessibilityInformation = { label: spokenPair(pair, score) };
    item.iconPath = value === null ? new ThemeIcon("dash") : this.bar(score, value);
    return item;
  }

  private bar(score: Score, value: number) {
    return barOf(barLength(goodness(score, value, this.worst)));
  }
}

const bars = new Map<number, { readonly light: Uri; readonly dark: Uri }>();

/** Thousands of rows share the few bars that there are. */
function barOf(length: number) {
  const known = bars.get(length);
  if (known) return known;
  const uri = (colour: string) => Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(barIcon(length, colour))}`);
  // The dark one must also show on white: VS Code takes it for the light high-contrast theme.
  const bar = { light: uri("#424242"), dark: uri("#8c8c8c") };
  bars.set(length, bar);
  return bar;
}

function failureItem(row: FailureRow): TreeItem {
  const item = new TreeItem(shortName(row.name));
  item.id = `failure:${row.name}:${row.file}`;
  item.contextValue = "failure";
  item.description = row.reason;
  item.iconPath = new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  item.accessibilityInformation = { label: spokenFailure(row) };
  return item;
}

/** What the inspector shows of a row. */
export function targetOf(entry: Entry): Target {
  if (entry.kind === "pair") return pairTarget(entry.pair);
  const { name, file, reason, remedy, missing } = entry.row;
  const failure = { name, file: displayPath(file), reason, remedy, ...(missing && { missing }) };
  return { kind: "failure", file, failure };
}
