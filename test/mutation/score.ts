/** What this project reads of Stryker's report (schema mutation-testing-report, version 2). */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status: string;
}

export interface FolderScore {
  readonly part: string;
  /** Faults that a test noticed, or that never ended. */
  readonly noticed: number;
  readonly survived: number;
  /** Faults in code that no test runs. */
  readonly uncovered: number;
}

export function scoreOf(part: string, { files }: MutationReport): FolderScore {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    part,
    noticed: count("Killed", "Timeout"),
    survived: count("Survived"),
    uncovered: count("NoCoverage"),
  };
}

/** A Markdown table, a folder a line, the whole last. */
export function tableOf(scores: readonly FolderScore[]): string {
  const total = (of: (score: FolderScore) => number) => scores.reduce((sum, score) => sum + of(score), 0);
  const whole: FolderScore = {
    part: "all",
    noticed: total(({ noticed }) => noticed),
    survived: total(({ survived }) => survived),
    uncovered: total(({ uncovered }) => uncovered),
  };
  const line = ({ part, noticed, survived, uncovered }: FolderScore) => {
    const all = noticed + survived + uncovered;
    return `| ${part} | ${all} | ${noticed} | ${all === 0 ? "—" : `${((100 * noticed) / all).toFixed(1)} %`} |`;
  };
  return ["| src/core | faults | noticed | score |", "|---|---|---|---|", ...[...scores, whole].map(line)].join("\n");
}
