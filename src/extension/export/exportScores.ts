import { homedir } from "node:os";
import { basename, dirname, extname } from "node:path";
import { l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { App } from "../app.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import type { Run } from "../run.js";
import { type ExportFormat, exportFormats, formatOf } from "./exportFormats.js";
import { announceWritten } from "./showWritten.js";

/** Writes the scores of the run to a file, as the command line would; the ending of its name chooses the format. */
export async function exportScores({ session: { run }, scorer }: App, target?: Uri): Promise<void> {
  if (!run) throw new Problem(l10n.t("There are no scores to export."), l10n.t("Score a folder first."));
  const uri = target ?? (await askForFile(run));
  if (!uri) return;
  const format = formatOf(uri.path);
  if (!format) {
    const endings = exportFormats()
      .map(({ ending }) => ending)
      .join(", ");
    throw new Problem(
      l10n.t('Scores are not written as "{0}".', extname(uri.path) || basename(uri.path)),
      l10n.t("Name a file that ends in one of {0}.", endings),
    );
  }
  await workspace.fs.writeFile(uri, new TextEncoder().encode(await format.write(run, scorer)));
  announceWritten(uri, l10n.t("Scores of {0} pairs written to {1}.", run.pairs.length, displayPath(uri.fsPath)));
}

async function askForFile({ folders: { predictions } }: Run): Promise<Uri | undefined> {
  const items = exportFormats().map((format): QuickPickItem & { format: ExportFormat } => ({
    label: format.title,
    description: format.description,
    format,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Mask Inspector: Export Scores"),
    placeHolder: l10n.t("In which form?"),
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  const { ending, title } = chosen.format;
  return window.showSaveDialog({
    title: l10n.t("Export Scores"),
    defaultUri: Uri.joinPath(folderFor(predictions), `${basename(predictions)}-scores${ending}`),
    filters: { [title]: [ending.slice(1)] },
  });
}

/** Beside the predictions, if they are the person's own: the shipped sample is not, nor may any other place be. */
function folderFor(predictions: string): Uri {
  const uri = Uri.file(predictions);
  if (workspace.getWorkspaceFolder(uri)) return Uri.file(dirname(predictions));
  return workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
}
