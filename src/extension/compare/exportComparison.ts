import { dirname } from "node:path";
import { commands, l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { Comparison } from "../../report/comparison/comparison.js";
import { comparisonCsv } from "../../report/comparison/csv.js";
import { comparisonJson } from "../../report/comparison/json.js";
import { comparisonMarkdown } from "../../report/comparison/text.js";

interface Format extends QuickPickItem {
  readonly ending: string;
  readonly write: (comparison: Comparison) => string;
}

/** Writes a comparison to a file, as the command line would. */
export async function exportComparison(comparison: Comparison): Promise<void> {
  const formats: readonly Format[] = [
    {
      label: l10n.t("Markdown"),
      description: l10n.t("leaderboard, differences, biggest regressions"),
      ending: "md",
      write: (given) => comparisonMarkdown(given),
    },
    { label: l10n.t("CSV"), description: l10n.t("a row an image and score"), ending: "csv", write: comparisonCsv },
    { label: l10n.t("JSON"), description: l10n.t("everything"), ending: "json", write: comparisonJson },
  ];
  const format = await window.showQuickPick(formats, { title: l10n.t("Mask Inspector: Export Comparison") });
  if (!format) return;
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(dirname(comparison.truth));
  const uri = await window.showSaveDialog({
    title: l10n.t("Export Comparison"),
    defaultUri: Uri.joinPath(folder, `comparison.${format.ending}`),
    filters: { [format.label]: [format.ending] },
  });
  if (!uri) return;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(format.write(comparison)));
  await commands.executeCommand("vscode.open", uri);
}
