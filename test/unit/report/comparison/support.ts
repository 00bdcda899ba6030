import { defaultSettings } from "../../../../src/core/settings.js";
import { type Comparison, compareModels } from "../../../../src/report/comparison/comparison.js";
import { ReportBuilder } from "../../../../src/report/reportBuilder.js";
import { planPairs } from "../../../../src/scoring/folders.js";
import { scorePair } from "../../../../src/scoring/scorePair.js";

/** The models of the sample, or folders like them, scored and brought together. */
export async function compareFolders(truth: string, folders: Readonly<Record<string, string>>): Promise<Comparison> {
  const models = Object.entries(folders).map(async ([name, predictions]) => {
    const plan = await planPairs(predictions, truth);
    const builder = new ReportBuilder(plan, defaultSettings);
    for (const [index, job] of plan.jobs.entries()) builder.add(scorePair(job, defaultSettings), index);
    return { name, predictions, report: builder.build() };
  });
  return compareModels(truth, await Promise.all(models));
}
