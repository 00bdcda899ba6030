import { conventions } from "../../../src/core/conventions/index.js";
import { pairs } from "../golden.js";
import { outcomesOf } from "./all.js";
import { notCompared, vectorsLeftOut } from "./notCompared.js";
import { groups, type Outcome } from "./outcome.js";

/** How many values of each group are reproduced, a line a group. */
export function referenceSummary(outcomes: readonly Outcome[]): string[] {
  return Object.entries(groups).map(([group, title]) => {
    const own = outcomes.filter((outcome) => outcome.group === group);
    const reproduced = own.filter(({ verdict }) => verdict === "reproduced").length;
    return `${title.replace("libraries", `${Object.keys(conventions).length} libraries`)}: ${reproduced} of ${own.length} reference values reproduced.`;
  });
}

const shown = (value: unknown) => (typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value));

/** Markdown: the counts, every value that is not reproduced, and the values that no score claims. */
export function referenceSection(): string {
  const outcomes = pairs.flatMap(outcomesOf);
  const exceptions = new Map<string, Outcome[]>();
  for (const outcome of outcomes.filter(({ verdict }) => verdict === "stated")) {
    const { what, reason = "" } = outcome;
    exceptions.set(`${what}|${reason}`, [...(exceptions.get(`${what}|${reason}`) ?? []), outcome]);
  }
  const rows = [...exceptions.values()].map((alike) => {
    const [{ what, reason }] = alike;
    const values = alike.map(
      ({ pair, expected, actual }) =>
        `${pair.split("_")[0]}: ${shown(expected)} → ${actual === null ? "—" : shown(actual)}`,
    );
    return `| \`${what}\` | ${values.join("<br>")} | ${reason} |`;
  });
  return [
    ...referenceSummary(outcomes).map((line) => `- ${line}`),
    "",
    "Not reproduced (pair: theirs → ours):",
    "",
    "| score | values | reason |",
    "|---|---|---|",
    ...rows,
    "",
    "Values of the reference that no score here claims:",
    "",
    ...notCompared.map(([keys, reason]) => `- ${keys.map((key) => `\`${key}\``).join(", ")}: ${reason}.`),
    "",
    "Of the numbered test vectors of the libraries (`test/reference`, by their number there) all are computed but:",
    "",
    ...vectorsLeftOut.map(([row, reason]) => `- ${row}: ${reason}.`),
  ].join("\n");
}
