import { defaultSettings } from "../../../src/core/settings.js";
import type { Report } from "../../../src/report/report.js";
import { ReportBuilder } from "../../../src/report/reportBuilder.js";
import { planPairs } from "../../../src/scoring/folders.js";
import { scorePair } from "../../../src/scoring/scorePair.js";

/** Two folders, or two files, scored with the default settings in this thread. */
export async function scoreFolders(predictions: string, truth: string): Promise<Report> {
  const plan = await planPairs(predictions, truth);
  const builder = new ReportBuilder(plan, defaultSettings);
  for (const [index, job] of plan.jobs.entries()) builder.add(scorePair(job, defaultSettings), index);
  return builder.build();
}
