import type { Evidence } from "../../core/evidence.js";
import type { Settings } from "../../core/settings.js";
import type { Report } from "../../report/report.js";
import type { LoneFile, Unmatched } from "../../report/row.js";
import { type Summary, SummaryBuilder } from "../../report/summary.js";
import type { FailureRow, PairRow, ReportSource } from "../run.js";

export interface Kept {
  readonly settings: Settings;
  readonly pairs: readonly PairRow[];
  readonly failures: readonly FailureRow[];
  readonly unmatched: Unmatched;
  readonly alone: readonly LoneFile[];
  /** The evidence of all pairs together, by kind. */
  readonly totals: readonly Evidence[];
  /** As a scores file had it; else it is made of the rest. */
  readonly summary?: Summary;
}

/** The report of a run that ended, as it was when it ended. */
export function keptReport({ settings, pairs, failures, unmatched, alone, totals, summary }: Kept): ReportSource {
  return {
    build(): Report {
      const ordered = [...pairs].sort((a, b) => a.index - b.index);
      return {
        settings,
        rows: ordered.map(({ index: _, ...row }) => row),
        failures: failures.filter(({ missing }) => missing === undefined),
        unmatched,
        alone,
        summary: summary ?? summarised(ordered, settings, totals),
      };
    },
    totals: () => totals,
  };
}

function summarised(pairs: readonly PairRow[], settings: Settings, totals: readonly Evidence[]): Summary {
  const builder = new SummaryBuilder(settings);
  for (const pair of pairs) builder.addScores(pair);
  for (const total of totals) builder.addEvidence(total);
  return builder.build();
}
