import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseClasses } from "../formats/classes.js";
import { FormatError } from "../formats/image.js";
import { toCsv } from "../report/csv.js";
import { toJson } from "../report/json.js";
import { failureText, type Report } from "../report/report.js";
import { ReportBuilder } from "../report/reportBuilder.js";
import { toTerminal } from "../report/terminal.js";
import { type Plan, planPairs } from "../scoring/folders.js";
import { inlineScorer } from "../scoring/inline.js";
import { ScoringPool } from "../scoring/pool.js";
import type { Scorer } from "../scoring/scorer.js";
import { type ScoreCommand, UsageError } from "./arguments.js";
import { Progress } from "./progress.js";

/** Runs `score`. @returns the exit code: 0 scored, 1 some pairs failed, 2 nothing could be scored. */
export async function score(given: ScoreCommand): Promise<number> {
  const command = withClasses(given);
  for (const file of [command.json, command.csv]) if (file !== undefined && file !== "-") checkWritable(file);
  const plan = await planPairs(command.predictions, command.truth, command.settings.classes);
  const report = await run(plan, command);
  if (command.json !== undefined) await write(command.json, toJson(report));
  if (command.csv !== undefined) await write(command.csv, toCsv(report));
  const isPiped = command.json === "-" || command.csv === "-";
  if (!isPiped && report.rows.length + report.failures.length > 0) await write("-", toTerminal(report));
  if (isPiped) process.stderr.write(leftOut(report));
  if (report.rows.length === 0) {
    process.stderr.write(nothingScored(plan, command));
    return 2;
  }
  return report.failures.length > 0 ? 1 : 0;
}

/** Before the work, not after it. @throws UsageError for a file that cannot be written. */
function checkWritable(file: string): void {
  try {
    closeSync(openSync(file, "a"));
  } catch {
    throw new UsageError(`${file} cannot be written: is its folder there, and may you write to it?`);
  }
}

/** @throws UsageError for a class list that cannot be read. */
function withClasses(command: ScoreCommand): ScoreCommand {
  if (command.classes === undefined) return command;
  try {
    const classes = parseClasses(readFileSync(command.classes, "utf8"));
    return { ...command, settings: { ...command.settings, classes } };
  } catch (error) {
    if (error instanceof FormatError)
      throw new UsageError(
        `--classes ${command.classes}: ${failureText({ reason: error.message, remedy: error.remedy })}`,
      );
    throw new UsageError(`--classes: there is no file ${command.classes} that can be read.`);
  }
}

async function run(plan: Plan, { settings, jobs }: ScoreCommand): Promise<Report> {
  const workers = Math.min(jobs ?? availableParallelism(), plan.jobs.length);
  const scorer: Scorer =
    workers > 1 ? new ScoringPool({ workerFile: join(__dirname, "worker.js"), workers }) : inlineScorer;
  const progress = new Progress(plan.jobs.length);
  const builder = new ReportBuilder(plan, settings);
  let done = 0;
  try {
    await scorer.score(plan.jobs, settings, {
      onRow(row, index) {
        progress.show(++done);
        builder.add(row, index);
      },
    });
  } finally {
    progress.clear();
    await scorer.close();
  }
  return builder.build();
}

/** Waits until all is handed on: a pipe takes what its reader has room for. */
async function write(target: string, text: string): Promise<void> {
  if (target !== "-") writeFileSync(target, text);
  else await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
}

/** What a person should know of a report that goes to a program. */
function leftOut({ failures, unmatched: { predictions, truth } }: Report): string {
  const alone = predictions.length + truth.length;
  return [
    ...(failures.length > 0 ? [`${failures.length} not scored: see the failures in the output.\n`] : []),
    ...(alone > 0 ? [`${alone} without a partner: see the output.\n`] : []),
  ].join("");
}

function nothingScored(plan: Plan, { predictions, truth }: ScoreCommand): string {
  if (plan.jobs.length > 0) return "Nothing could be scored: every pair failed, for the reasons above.\n";
  const { unmatched } = plan;
  return `Nothing could be scored: no file in ${predictions} (${unmatched.predictions.length} masks) has a partner of the same name in ${truth} (${unmatched.truth.length} masks).\n`;
}
