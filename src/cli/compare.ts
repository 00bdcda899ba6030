import { isNamedAsTruth } from "../pairing/index.js";
import { compareModels } from "../report/comparison/comparison.js";
import { comparisonCsv } from "../report/comparison/csv.js";
import { comparisonHtml } from "../report/comparison/html.js";
import { comparisonJson } from "../report/comparison/json.js";
import { distinctNames } from "../report/comparison/names.js";
import { headlineScores } from "../report/comparison/tables.js";
import { comparisonMarkdown, comparisonTerminal, leftOutLines } from "../report/comparison/text.js";
import { comparisonFigure } from "../report/gateFigures.js";
import { planPairs } from "../scoring/folders.js";
import { inlineScorer } from "../scoring/inline.js";
import { comparisonPictures } from "../scoring/reportPictures.js";
import type { CompareCommand } from "./arguments/compare.js";
import { checkCache } from "./checkCache.js";
import { checkOutputs } from "./checkOutputs.js";
import { foundNotes } from "./foundNotes.js";
import { anyFails } from "./gates.js";
import { write } from "./output.js";
import { scorePlans, settingsWithClasses } from "./scoring.js";

/** Runs `compare`. @returns the exit code: 0 compared, 1 some pairs or a gate failed, 2 nothing is shared. */
export async function compare(command: CompareCommand): Promise<number> {
  const { truth, predictions, show } = command;
  const { json, csv, markdown, html } = command.targets;
  const settings = settingsWithClasses(command);
  checkOutputs(command.targets, [truth, ...predictions, command.classes]);
  checkCache(command.cache);
  const plans = await Promise.all(predictions.map((folder) => planPairs(folder, truth, settings.classes)));
  // Before the work: who sees it may want to stop.
  process.stderr.write(swappedNames(predictions, truth) + foundNotes(plans));
  const reports = await scorePlans(plans, settings, command);
  const names = distinctNames(predictions);
  const comparison = compareModels(
    truth,
    reports.map((report, i) => ({ name: names[i], predictions: predictions[i], report })),
  );
  if (json !== undefined) await write(json, comparisonJson(comparison));
  if (csv !== undefined) await write(csv, comparisonCsv(comparison));
  if (markdown !== undefined) await write(markdown, comparisonMarkdown(comparison, show));
  if (html !== undefined && comparison.images.length > 0) {
    const [score] = show ?? headlineScores(comparison);
    const jobs = plans.flatMap((plan) => plan.jobs);
    const pictures = await comparisonPictures(comparison, score, inlineScorer, jobs);
    const date = new Date().toISOString().slice(0, 10);
    await write(html, comparisonHtml(comparison, { ...(show && { scores: show }), date, pictures }));
  }
  const isPiped = [json, csv, markdown, html].includes("-");
  if (comparison.images.length === 0) {
    for (const line of leftOutLines(comparison)) process.stderr.write(`${line}\n`);
    process.stderr.write(`Nothing could be compared: no image of ${truth} could be scored for every model.\n`);
    return 2;
  }
  if (!isPiped) await write("-", comparisonTerminal(comparison, show));
  const challengers = comparison.models.slice(1);
  const hit = anyFails(command.gates, (gate) =>
    challengers.map(({ name }, i) => [name, comparisonFigure(gate, comparison, i + 1)]),
  );
  return hit || reports.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

/** The order of the folders is another one than that of `score`. */
function swappedNames(predictions: readonly string[], truth: string): string {
  const named = predictions.find(isNamedAsTruth);
  if (named === undefined || isNamedAsTruth(truth)) return "";
  return `Note: ${named} is named like ground truth, and was given as a model: the order is TRUTH PREDICTIONS_A PREDICTIONS_B.\n`;
}
