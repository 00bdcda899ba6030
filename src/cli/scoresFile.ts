import { readFileSync } from "node:fs";
import { readScores, ScoresFileError } from "../report/readScores.js";
import type { Report } from "../report/report.js";
import { systemCode, whyUnreadable } from "../scoring/unreadable.js";
import { FileError } from "./fileError.js";

/** A report that was written as JSON before. @throws FileError for a file that is none. */
export function readScoresFile(file: string): Report {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (systemCode(error) !== "EISDIR") throw new FileError(whyUnreadable(file, error));
    throw new FileError(`${file} is a folder: report takes PREDICTIONS and TRUTH, or a JSON file of scores.`);
  }
  try {
    return readScores(text);
  } catch (error) {
    if (error instanceof ScoresFileError) throw new FileError(`${file}: ${error.message} ${error.remedy}`);
    throw error;
  }
}
