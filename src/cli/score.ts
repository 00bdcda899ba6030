import { resolve } from "node:path";
import { isNamedAsTruth } from "../pairing/index.js";
import { csvLines } from "../report/csv.js";
import { longCsvLines } from "../report/csvLong.js";
import { csvPieces } from "../report/csvText.js";
import { reportFigure } from "../report/gateFigures.js";
import { jsonPieces } from "../report/json.js";
import type { Report } from "../report/report.js";
import { toTerminal } from "../report/terminal.js";
import { type Plan, planPairs } from "../scoring/folders.js";
import type { ScoreCommand } from "./arguments/score.js";
import { checkCache } from "./checkCache.js";
import { checkOutputs } from "./checkOutputs.js";
import { foundNotes } from "./foundNotes.js";
import { anyFails } from "./gates.js";
import { nothingScored, unreadNote } from "./nothingScored.js";
import { write } from "./output.js";
import { scorePlans, settingsWithClasses } from "./scoring.js";

/** Runs `score`. @returns the exit code: 0 scored, 1 some pairs or a gate failed, 2 nothing could be scored. */
export async function score(command: ScoreCommand): Promise<number> {
  const settings = settingsWithClasses(command);
  const { json, csv, "csv-long": long } = command.targets;
  checkOutputs(command.targets, [command.predictions, command.truth, command.classes]);
  checkCache(command.cache);
  const plan = await planPairs(command.predictions, command.truth, settings.classes);
  // Before the work: who sees it may want to stop.
  process.stderr.write(swappedNames(command.predictions, command.truth) + withoutAffixes(plan) + foundNotes([plan]));
  const [report] = await scorePlans([plan], settings, command);
  if (json !== undefined) await write(json, jsonPieces(report));
  if (csv !== undefined) await write(csv, csvPieces(csvLines(report)));
  if (long !== undefined) await write(long, csvPieces(longCsvLines(report)));
  process.stderr.write(await unreadNote(plan, [command.predictions, command.truth]));
  const isPiped = [json, csv, long].includes("-");
  if (!isPiped && report.rows.length + report.failures.length > 0)
    await write("-", toTerminal(report, process.stdout.columns));
  if (isPiped) process.stderr.write(leftOut(report));
  if (report.rows.length === 0) {
    process.stderr.write(await nothingScored(plan, command.predictions, command.truth));
    return 2;
  }
  const hit = anyFails(command.gates, (gate) => [["", reportFigure(gate, report)]]);
  return report.failures.length > 0 || hit ? 1 : 0;
}

/** Folders named in the wrong order score, but most scores are other ones. */
function swappedNames(predictions: string, truth: string): string {
  if (resolve(predictions) === resolve(truth)) return `Note: ${truth} is both the predictions and the truth.\n`;
  if (!isNamedAsTruth(predictions) || isNamedAsTruth(truth)) return "";
  return `Note: ${predictions} is named like ground truth, and was given as the predictions: the order is PREDICTIONS TRUTH.\n`;
}

/** A partner of another name is a guess, if a good one. */
function withoutAffixes({ affixes: { prediction, truth } }: Plan): string {
  const off = [
    ...(prediction === null ? [] : [`${prediction} off the predictions`]),
    ...(truth === null ? [] : [`${truth} off the ground truth`]),
  ];
  return off.length === 0 ? "" : `Note: where no file has the same name, names are paired with ${off.join(" and ")}.\n`;
}

/** What a person should know of a report that goes to a program. */
function leftOut({ failures, unmatched: { predictions, truth } }: Report): string {
  const alone = predictions.length + truth.length;
  return [
    ...(failures.length > 0 ? [`${failures.length} not scored: see the failures in the output.\n`] : []),
    ...(alone > 0 ? [`${alone} without a partner: see the output.\n`] : []),
  ].join("");
}
