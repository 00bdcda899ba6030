/** What one stage of `npm test` found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why tests were not run, or where they ran. */
  readonly note?: string;
}

/** A named part of `npm test`. A stage that throws has failed once. */
export interface Stage {
  readonly name: string;
  run(): Promise<Outcome>;
}

export const NOTHING: Outcome = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Outcome, b: Outcome): Outcome {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Outcome of a single check; a failure's details are printed. */
export function check(title: string, ok: boolean, details = ""): Outcome {
  if (ok) return { ...NOTHING, passed: 1 };
  console.log(`  FAIL: ${title}\n${details.trimEnd().replace(/^/gm, "    ")}`);
  return { ...NOTHING, failed: 1 };
}

/** `3 passed, 0 failed`, with `, 2 skipped` only when there are any. */
export function counts({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
