import { dirname } from "node:path";
import { l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { Comparison } from "../../report/comparison/comparison.js";
import { comparisonCsv } from "../../report/comparison/csv.js";
import { comparisonHtml } from "../../report/comparison/html.js";
import { comparisonJson } from "../../report/comparison/json.js";
import { headlineScores } from "../../report/comparison/tables.js";
import { comparisonMarkdown } from "../../report/comparison/text.js";
import type { PairJob } from "../../scoring/pairJob.js";
import { comparisonPictures } from "../../scoring/reportPictures.js";
import type { Scorer } from "../../scoring/scorer.js";
import { announceWritten } from "../export/showWritten.js";
import { displayPath } from "../paths.js";

interface Format extends QuickPickItem {
  readonly ending: string;
  readonly write: (comparison: Comparison) => string | Promise<string>;
}

/** Writes a comparison to a file, as the command line would. @param jobs the pairs of all its models. */
export async function exportComparison(
  comparison: Comparison,
  jobs: readonly PairJob[],
  scorer: Pick<Scorer, "thumbnail">,
): Promise<void> {
  const formats: readonly Format[] = [
    {
      label: l10n.t("HTML"),
      description: l10n.t("one page with the images that got worst, of both models"),
      ending: "html",
      write: async (given) => {
        const pictures = await comparisonPictures(given, headlineScores(given)[0], scorer, jobs);
        return comparisonHtml(given, { date: new Date().toISOString().slice(0, 10), pictures });
      },
    },
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
  await workspace.fs.writeFile(uri, new TextEncoder().encode(await format.write(comparison)));
  announceWritten(uri, l10n.t("The comparison is written to {0}.", displayPath(uri.fsPath)));
}
