/** Somebody who owns nothing: the superuser may read everything. */
const NOBODY = 65534;

/** Does something as a user whom permissions hold back. */
export async function withoutPrivileges<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
