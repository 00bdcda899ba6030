import { basename } from "node:path";
import { rankingScoreOf, toHtml } from "../report/html/document.js";
import { toMarkdown } from "../report/markdown.js";
import type { Report } from "../report/report.js";
import { planPairs } from "../scoring/folders.js";
import { inlineScorer } from "../scoring/inline.js";
import type { PairJob } from "../scoring/pairJob.js";
import { reportPictures } from "../scoring/reportPictures.js";
import type { ReportCommand } from "./arguments/report.js";
import { checkCache } from "./checkCache.js";
import { checkOutputs } from "./checkOutputs.js";
import { foundNotes } from "./foundNotes.js";
import { nothingScored } from "./nothingScored.js";
import { write } from "./output.js";
import { readScoresFile } from "./scoresFile.js";
import { scorePlans, settingsWithClasses } from "./scoring.js";

/** Runs `report`. @returns the exit code: 0 written, 1 some pairs failed, 2 nothing could be scored. */
export async function writeReport(command: ReportCommand): Promise<number> {
  const { html, markdown, md } = command.targets;
  checkOutputs(command.targets, [...Object.values(command.source), command.classes]);
  checkCache(command.cache);
  const { title, report, jobs, nothing } = await read(command);
  if (report.rows.length === 0) {
    process.stderr.write(nothing);
    return 2;
  }
  for (const target of [markdown, md]) if (target !== undefined) await write(target, toMarkdown(report));
  if (html !== undefined) {
    const pictures = await reportPictures(report, rankingScoreOf(report), inlineScorer, jobs);
    await write(html, toHtml(report, { title, date: new Date().toISOString().slice(0, 10), pictures }));
  }
  const failed = report.failures.length;
  if (failed === 0) return 0;
  process.stderr.write(
    `${failed} of ${failed + report.rows.length} pairs failed: the report names each with the reason.\n`,
  );
  return 1;
}

interface Source {
  readonly title: string;
  readonly report: Report;
  readonly jobs: readonly PairJob[];
  /** What to say where nothing was scored. */
  readonly nothing: string;
}

async function read(command: ReportCommand): Promise<Source> {
  const { source } = command;
  if ("scores" in source) {
    const report = readScoresFile(source.scores);
    const nothing = `There is no scored pair in ${source.scores}.\n`;
    return { title: basename(source.scores, ".json"), report, jobs: [], nothing };
  }
  const { predictions, truth } = source;
  const settings = settingsWithClasses(command);
  const plan = await planPairs(predictions, truth, settings.classes);
  process.stderr.write(foundNotes([plan]));
  const [report] = await scorePlans([plan], settings, command);
  return {
    title: `${basename(predictions)} against ${basename(truth)}`,
    report,
    jobs: plan.jobs,
    nothing: await nothingScored(plan, predictions, truth),
  };
}
