import { UsageError } from "./values.js";

/** Where to write, by the flag that says so; `-` is standard output. @throws UsageError where two go there. */
export function targetsOf<Flag extends string>(
  values: { readonly [flag in Flag]?: unknown },
  flags: readonly Flag[],
): Partial<Record<Flag, string>> {
  const given = flags.flatMap((flag) => {
    const value = values[flag];
    return typeof value === "string" ? [[flag, value] as const] : [];
  });
  const toOutput = given.filter(([, target]) => target === "-");
  if (toOutput.length > 1) {
    throw new UsageError(
      `Only one of ${toOutput.map(([flag]) => `--${flag}`).join(" and ")} can go to standard output.`,
    );
  }
  // The entries are those of the flags themselves, which the type of Object.fromEntries cannot express.
  return Object.fromEntries(given) as Partial<Record<Flag, string>>;
}
