import { createHash } from "node:crypto";
import { env, l10n, Uri, window, workspace } from "vscode";
import { evaluate } from "../../core/evaluate.js";
import type { Settings } from "../../core/settings.js";
import type { Edited, RowFormat } from "../../protocol/calls.js";
import { toCsv } from "../../report/csv.js";
import { rowsTable } from "../../report/markdown.js";
import { ReportBuilder } from "../../report/reportBuilder.js";
import type { Row, ScoredRow } from "../../report/row.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { App } from "../app.js";
import { Problem } from "../problem.js";
import { commandLine } from "./commandLine.js";

/** Writes a picture of the page to a file that the person chooses. */
export async function savePicture(png: Uint8Array, name: string): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const file = `${name.replace(/[^\p{L}\p{N}_.-]+/gu, "-")}.png`;
  const target = await window.showSaveDialog({
    title: l10n.t("Save Picture"),
    filters: { [l10n.t("PNG picture")]: ["png"] },
    ...(folder && { defaultUri: Uri.joinPath(folder.uri, file) }),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, png);
  window.setStatusBarMessage(l10n.t("$(check) Picture saved"), 3000);
}

/** Puts the scores of a pair on the clipboard, as the command line would write them; of an edited prediction it says so. */
export async function copyRow(
  { scorer }: Pick<App, "scorer">,
  job: PairJob,
  settings: Settings,
  format: RowFormat,
  edited: Edited | null,
): Promise<void> {
  const builder = new ReportBuilder({ failures: [], unmatched: { predictions: [], truth: [] } }, settings);
  const rows: Row[] = [];
  await scorer.score([job], settings, { onRow: (row) => rows.push(row) });
  for (const [index, row] of rows.entries()) {
    if (row.status === "failed") throw new Problem(row.reason, row.remedy);
    builder.add(edited ? await editedRow(row, job, settings, edited, scorer) : row, index);
  }
  const report = builder.build();
  await env.clipboard.writeText(format === "csv" ? toCsv(report) : `${rowsTable(report)}\n`);
  window.setStatusBarMessage(l10n.t("$(check) Row copied"), 3000);
}

async function editedRow(
  row: ScoredRow,
  job: PairJob,
  settings: Settings,
  { edits, words }: Edited,
  scorer: App["scorer"],
): Promise<ScoredRow> {
  const evidence = await scorer.study("evidence", job, settings, { edits });
  return { ...row, evidence, scores: evaluate(evidence, settings), edited: words };
}

/** Puts the command on the clipboard that prints the numbers of a pair. */
export async function copyCommandLine(
  { context }: Pick<App, "context">,
  job: PairJob,
  settings: Settings,
  edited: Edited | null,
): Promise<void> {
  if (job.classMaps) {
    throw new Problem(
      l10n.t("The prediction of {0} is one file a class, and the command line takes those by folder.", job.name),
      l10n.t("Score the folders on the command line: score PREDICTIONS TRUTH."),
    );
  }
  const classes = settings.classes && (await keepClasses(context.globalStorageUri, settings.classes));
  const text = commandLine({
    cli: context.asAbsolutePath("dist/cli.js"),
    job,
    settings,
    ...(classes !== undefined && { classes }),
    windows: process.platform === "win32",
    ...(edited && { edited: edited.words }),
  });
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t("$(check) Command line copied"), 3000);
}

/** Classes may come from the settings, which the command line does not read: they are kept in a file for it. */
async function keepClasses(folder: Uri, classes: NonNullable<Settings["classes"]>): Promise<string> {
  const text = JSON.stringify(classes, null, 2);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const file = Uri.joinPath(folder, `classes-${hash}.json`);
  await workspace.fs.createDirectory(folder);
  await workspace.fs.writeFile(file, Buffer.from(text));
  return file.fsPath;
}
