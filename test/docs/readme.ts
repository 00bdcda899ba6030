import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { scoreReference } from "../../src/report/scoreReference.js";
import { referenceSection } from "../reference/outcomes/summary.js";

export const readmeFile = resolve(__dirname, "../../README.md");

/** A part of the README that is written by a program: between these two comments. */
type Part = readonly [begin: string, end: string, text: () => string];

const parts: readonly Part[] = [
  ["<!-- scores: written by `npm run docs` from the catalogue -->", "<!-- end of scores -->", scoreReference],
  ["<!-- reference: written by `npm run docs` from test/reference -->", "<!-- end of reference -->", referenceSection],
];

/** The README with its written parts made anew. */
export function freshReadme(): string {
  return parts.reduce(
    (text, [begin, end, make]) => {
      const [from, to] = [text.indexOf(begin), text.indexOf(end)];
      if (from < 0 || to < from) throw new Error(`README.md has lost the marks around ${begin}.`);
      return `${text.slice(0, from + begin.length)}\n\n${make()}\n\n${text.slice(to)}`;
    },
    readFileSync(readmeFile, "utf8"),
  );
}
