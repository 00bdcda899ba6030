import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { scoreReference } from "../../src/report/scoreReference.js";

export const readmeFile = resolve(__dirname, "../../README.md");

const [begin, end] = ["<!-- scores: written by `npm run docs` from the catalogue -->", "<!-- end of scores -->"];

/** The README with its score tables made anew. */
export function freshReadme(): string {
  const text = readFileSync(readmeFile, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error("README.md has lost the marks around its score tables.");
  return `${text.slice(0, from + begin.length)}\n\n${scoreReference()}\n\n${text.slice(to)}`;
}
