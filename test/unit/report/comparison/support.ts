import { type Comparison, compareModels } from "../../../../src/report/comparison/comparison.js";
import { scoreFolders } from "../../support/scoreFolders.js";

/** The models of the sample, or folders like them, scored and brought together. */
export async function compareFolders(truth: string, folders: Readonly<Record<string, string>>): Promise<Comparison> {
  const models = Object.entries(folders).map(async ([name, predictions]) => ({
    name,
    predictions,
    report: await scoreFolders(predictions, truth),
  }));
  return compareModels(truth, await Promise.all(models));
}
