import { commands, type Disposable, InputBoxValidationSeverity, l10n, type Uri, window } from "vscode";
import type { App } from "../app.js";
import { registerCommand } from "../command.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import { score } from "../scoring/scoreFolder.js";
import { rankingScore } from "../settings/configuration.js";
import { openScores } from "./openScores.js";
import { namesakes, runDifference } from "./runDifference.js";
import type { RunHead } from "./runHead.js";
import { pairsOf, runDescription } from "./runText.js";

/** Commands on runs; each asks for the run where it is given none, as from the palette. */
export function registerRunCommands(app: App): Disposable[] {
  const register = <Args extends unknown[]>(name: string, run: (...args: Args) => unknown) =>
    registerCommand(app.log, name, run);
  /** Registers a command that acts on one run. */
  const onRun = (title: string, act: (head: RunHead) => unknown) => async (given?: RunHead) => {
    const head = given ?? (await pickRun(app, title));
    return head && act(head);
  };
  return [
    register(
      "openRun",
      onRun(l10n.t("Open a run"), (head) => openRun(app, head)),
    ),
    register(
      "renameRun",
      onRun(l10n.t("Rename a run"), (head) => renameRun(app, head)),
    ),
    register(
      "scoreRunAgain",
      onRun(l10n.t("Score a run again"), ({ folders, name }) => score(app, folders, { name })),
    ),
    register(
      "deleteRun",
      onRun(l10n.t("Delete a run"), (head) => deleteRun(app, head)),
    ),
    register("openScores", (uri?: Uri) => openScores(app, uri)),
  ];
}

async function openRun({ runs }: App, { id }: RunHead): Promise<void> {
  const run = await runs.open(id);
  if (run.pairs.length > 0) await commands.executeCommand("maskInspector.showWorstPair");
}

async function renameRun({ runs }: App, head: RunHead): Promise<void> {
  const { id, name } = head;
  const heads = await runs.list();
  const answer = await window.showInputBox({
    title: l10n.t("Rename Run"),
    value: name,
    prompt: runDifference(head, namesakes(head, heads)),
    validateInput(text) {
      const wanted = text.trim();
      if (wanted === "") return l10n.t("A run needs a name.");
      const isTaken = heads.some((other) => other.id !== id && other.name === wanted);
      const severity = InputBoxValidationSeverity.Info;
      return isTaken ? { message: l10n.t("Another run has this name."), severity } : undefined;
    },
  });
  if (answer !== undefined && answer.trim() !== name) await runs.rename(id, answer.trim());
}

async function deleteRun({ runs }: App, head: RunHead): Promise<void> {
  const confirm = l10n.t("Delete");
  const detail = l10n.t("The scores of {0} pairs are forgotten. The masks stay where they are.", pairsOf(head));
  const answer = await window.showWarningMessage(
    l10n.t("Delete the run {0}?", head.name),
    { modal: true, detail },
    confirm,
  );
  if (answer === confirm) await runs.delete(head.id);
}

async function pickRun({ runs }: App, title: string): Promise<RunHead | undefined> {
  const heads = await runs.list();
  if (heads.length === 0) throw new Problem(l10n.t("There are no runs yet."), l10n.t("Score a folder first."));
  const items = heads.map((head) => ({
    label: head.name,
    description: runDescription(head, rankingScore(), new Date(), runDifference(head, namesakes(head, heads))),
    detail: displayPath(head.folders.predictions),
    head,
  }));
  return (await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.head;
}
