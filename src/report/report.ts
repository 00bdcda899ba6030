import type { Settings } from "../core/settings.js";
import type { ConventionMeans } from "./conventionTable.js";
import type { FailedRow, LoneFile, ScoredRow, Unmatched } from "./row.js";
import type { Summary } from "./summary.js";

/** A scored folder, ready to be written in any format. Rows are in the order of the pairs. */
export interface Report {
  readonly settings: Settings;
  readonly rows: ReadonlyArray<Omit<ScoredRow, "evidence">>;
  readonly failures: readonly FailedRow[];
  readonly unmatched: Unmatched;
  /** The same files as the CSV names them; not known of what was read from a file of scores. */
  readonly alone?: readonly LoneFile[];
  readonly summary: Summary;
  /** Means of every library's convention, where they were asked for, and the same as lines for a terminal. */
  readonly conventions?: { readonly means: ConventionMeans; readonly lines: readonly string[] };
}

/** What failed and what to do, as two sentences. */
export function failureText({ reason, remedy }: Pick<FailedRow, "reason" | "remedy">): string {
  return `${sentence(reason)} ${remedy}`;
}

/** The same after the file that is to blame. */
export function failureWithFile(row: Pick<FailedRow, "name" | "file" | "reason" | "remedy">): string {
  return `${row.file || row.name}: ${failureText(row).trimEnd()}`;
}

/** With a capital and a full stop. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
