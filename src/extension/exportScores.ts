import { homedir } from "node:os";
import { basename, dirname, extname } from "node:path";
import { commands, l10n, Uri, window, workspace } from "vscode";
import { toCsv } from "../report/csv.js";
import { toJson } from "../report/json.js";
import { toMarkdown } from "../report/markdown.js";
import type { Report } from "../report/report.js";
import { displayPath } from "./paths.js";
import { Problem } from "./problem.js";
import type { Run } from "./run.js";

/** How a report is written, by the extension of the file. */
const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  ".csv": toCsv,
  ".json": toJson,
  ".md": toMarkdown,
};

/** Writes the scores of a run to a file, as the command line would; the extension of its name chooses the format. */
export async function exportScores(run: Run | undefined, target?: Uri): Promise<void> {
  if (!run) throw new Problem(l10n.t("There are no scores to export."), l10n.t("Score a folder first."));
  const uri = target ?? (await askForFile(run));
  if (!uri) return;
  const write = FORMATS[extname(uri.path).toLowerCase()];
  if (!write) {
    throw new Problem(
      l10n.t('Scores are not written as "{0}".', extname(uri.path) || basename(uri.path)),
      l10n.t("Name a file that ends in .csv, .json or .md."),
    );
  }
  await workspace.fs.writeFile(uri, new TextEncoder().encode(write(run.report())));
  const open = l10n.t("Open");
  const message = l10n.t("Scores of {0} pairs written to {1}.", run.pairs.length, displayPath(uri.fsPath));
  // Not awaited: the scores are written, whether or not the message is ever answered.
  void window.showInformationMessage(message, open).then((answer) => {
    if (answer === open) void commands.executeCommand("vscode.open", uri);
  });
}

function askForFile({ folders }: Run): Thenable<Uri | undefined> {
  const { predictions } = folders;
  return window.showSaveDialog({
    title: l10n.t("Export Scores"),
    defaultUri: Uri.joinPath(folderFor(predictions), `${basename(predictions)}-scores.csv`),
    filters: { CSV: ["csv"], JSON: ["json"], Markdown: ["md"] },
  });
}

/** Beside the predictions, if they are the person's own: the shipped sample is not, nor may any other place be. */
function folderFor(predictions: string): Uri {
  const uri = Uri.file(predictions);
  if (workspace.getWorkspaceFolder(uri)) return Uri.file(dirname(predictions));
  return workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
}
