import { type Gate, isHit } from "../report/gate.js";
import { shortNumber } from "../report/scoreText.js";

/**
 * Says on standard error of every gate whether it passed.
 *
 * @param read what a gate looks at, by whose it is: a model, or nobody where there is one only.
 * @returns whether any failed.
 */
export function anyFails(
  gates: readonly Gate[],
  read: (gate: Gate) => ReadonlyArray<readonly [whose: string, value: number | null]>,
): boolean {
  const results = gates.flatMap((gate) =>
    read(gate).map(([whose, value]) => {
      const figure = `${gate.name} ${value === null ? "is undefined" : `is ${shortNumber(value)}`}`;
      const of = whose === "" ? "" : ` for ${whose}`;
      return isHit(gate, value)
        ? { fails: true, line: `gate failed: ${gate.text}, ${figure}${of}\n` }
        : { fails: false, line: `gate passed: ${figure}${of}, not ${gate.operator}${gate.limit}\n` };
    }),
  );
  process.stderr.write(results.map(({ line }) => line).join(""));
  return results.some(({ fails }) => fails);
}
