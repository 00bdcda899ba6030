import { basename } from "node:path";
import { l10n } from "vscode";
import { toCsv } from "../../report/csv.js";
import { toLongCsv } from "../../report/csvLong.js";
import { rankingScoreOf, toHtml } from "../../report/html/document.js";
import { toJson } from "../../report/json.js";
import { toMarkdown } from "../../report/markdown.js";
import { reportPictures } from "../../scoring/reportPictures.js";
import type { Scorer } from "../../scoring/scorer.js";
import type { Run } from "../run.js";

/** A form in which scores are written. */
export interface ExportFormat {
  /** What the names of its files end in; the longest that fits a name is meant. */
  readonly ending: string;
  readonly title: string;
  readonly description: string;
  write(run: Run, scorer: Pick<Scorer, "thumbnail">): string | Promise<string>;
}

/** Every format, in the order in which they are offered. */
export function exportFormats(): readonly ExportFormat[] {
  return [
    {
      ending: ".html",
      title: l10n.t("HTML Report"),
      description: l10n.t("one page with the pictures of the worst pairs inside"),
      write: writeHtml,
    },
    {
      ending: ".csv",
      title: l10n.t("CSV"),
      description: l10n.t("a row a pair, a column a score"),
      write: (run) => toCsv(run.report()),
    },
    {
      ending: ".long.csv",
      title: l10n.t("CSV, Long"),
      description: l10n.t("a row a pair and score"),
      write: (run) => toLongCsv(run.report()),
    },
    {
      ending: ".json",
      title: l10n.t("JSON"),
      description: l10n.t("everything, as the command line writes it"),
      write: (run) => toJson(run.report()),
    },
    {
      ending: ".md",
      title: l10n.t("Markdown"),
      description: l10n.t("tables for an issue or a notebook"),
      write: (run) => toMarkdown(run.report()),
    },
  ];
}

/** The format that a file name asks for. */
export function formatOf(name: string): ExportFormat | undefined {
  return exportFormats()
    .filter(({ ending }) => name.toLowerCase().endsWith(ending))
    .sort((a, b) => b.ending.length - a.ending.length)[0];
}

async function writeHtml(run: Run, scorer: Pick<Scorer, "thumbnail">): Promise<string> {
  const report = run.report();
  const { predictions, truth } = run.folders;
  const title = l10n.t("{0} against {1}", basename(predictions), basename(truth));
  const pictures = await reportPictures(report, rankingScoreOf(report), scorer, run.plan.jobs);
  return toHtml(report, { title, date: new Date().toISOString().slice(0, 10), pictures });
}
