import { readFileSync } from "node:fs";
import { readScores, ScoresFileError } from "../report/readScores.js";
import type { Report } from "../report/report.js";
import { UsageError } from "./arguments/values.js";

/** A report that was written as JSON before. @throws UsageError for a file that is none. */
export function readScoresFile(file: string): Report {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`There is no file ${file} that can be read.`);
  }
  try {
    return readScores(text);
  } catch (error) {
    if (error instanceof ScoresFileError) throw new UsageError(`${file}: ${error.message} ${error.remedy}`);
    throw error;
  }
}
