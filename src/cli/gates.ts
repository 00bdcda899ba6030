import { shortNumber } from "../report/columns.js";
import { type Gate, isHit } from "../report/gate.js";

/**
 * Says on standard error which gates hold.
 *
 * @param read what a gate looks at, by whose it is: a model, or nobody where there is one only.
 * @returns whether any holds.
 */
export function holding(
  gates: readonly Gate[],
  read: (gate: Gate) => ReadonlyArray<readonly [whose: string, value: number | null]>,
): boolean {
  const lines = gates.flatMap((gate) =>
    read(gate)
      .filter(([, value]) => isHit(gate, value))
      .map(([whose, value]) => {
        const what = value === null ? "is undefined" : `holds: it is ${shortNumber(value)}`;
        return `--fail-if "${gate.text}" ${what}${whose === "" ? "" : ` for ${whose}`}.\n`;
      }),
  );
  process.stderr.write(lines.join(""));
  return lines.length > 0;
}
