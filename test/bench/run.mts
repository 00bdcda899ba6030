// `npm run bench`: see the usage below.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../workbench/paths.js";
import { again } from "./again.js";
import { worseRatios } from "./check.js";
import { folder500, huge, large, small } from "./data.js";
import { paint } from "./firstPaint.js";
import { host } from "./host.js";
import { machine, type Section } from "./measure.js";
import { barPicture, pictureFile } from "./picture.js";
import { pipelines } from "./pipelines.js";
import { readmeWith, text } from "./readmeTable.js";
import { repaint } from "./repaint.js";
import { rescoring } from "./rescoring.js";
import { sizes } from "./sizes.js";
import { table } from "./table.js";

const sections: Readonly<Record<string, (runs: number) => Section | Promise<Section>>> = {
  pipelines,
  sizes,
  rescoring,
  again,
  host,
  paint,
  repaint,
  table,
};

const options = {
  only: { type: "string" },
  runs: { type: "string", default: "3" },
  check: { type: "boolean", default: false },
  publish: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const usage = `npm run bench -- [--only SECTION,...] [--runs N] [--check] [--publish]

Measures every figure of the README and writes bench.json. The whole takes some ten minutes, 300 MB of disk for the data
(made once, in out/bench) and 1 GB of memory. host needs VS Code, paint, repaint and table a browser: the scripts of the tests
install them.

  --only     some sections; the others stay as bench.json has them: ${Object.keys(sections).join(", ")}
  --runs     of each command, after one that is not counted; 3 unless given
  --check    exit code 1 when a ratio is more than 20 % worse than in test/bench/baseline.json
  --publish  writes baseline.json, the picture and the table of the README
`;

const { values } = readArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}

function readArguments() {
  try {
    const parsed = parseArgs({ options });
    if (!(Number.isInteger(Number(parsed.values.runs)) && Number(parsed.values.runs) > 0)) {
      throw new Error(`--runs is a whole number from 1, not "${parsed.values.runs}".`);
    }
    return parsed;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return process.exit(64);
  }
}

const names = values.only?.split(",") ?? Object.keys(sections);
const unknown = names.find((name) => !(name in sections));
if (unknown !== undefined) {
  console.error(`There is no section "${unknown}"; there are ${Object.keys(sections).join(", ")}.`);
  process.exit(64);
}

console.log(`${machine()}; ${values.runs} runs each, in turn; the first of all is not counted`);
for (const { name, pairs, size, seed } of [large, small, folder500, huge]) {
  console.log(`data ${name}: ${pairs} of ${size} x ${size}, seed ${seed}, made by test/bench/data.ts`);
}
const results: Record<string, Section> = {};
for (const name of names) {
  console.log(`\n${name}`);
  const section = await sections[name](Number(values.runs));
  results[name] = section;
  for (const [title, { minimum, median, unit }] of Object.entries(section.figures)) {
    console.log(`  ${title}: median ${text(median)} ${unit}, minimum ${text(minimum)}`);
  }
  for (const [title, ratio] of Object.entries(section.ratios)) console.log(`  ratio ${title}: ${ratio.toFixed(2)}`);
}

// Sections that were left out this time stay as they were.
const benchFile = join(root, "bench.json");
const before = existsSync(benchFile) ? JSON.parse(readFileSync(benchFile, "utf8")) : { machine: "" };
const known: Record<string, Section> = before.machine === machine() ? { ...before.sections, ...results } : results;
const saved = { machine: machine(), data: [large, small, folder500, huge], sections: known };
writeFileSync(benchFile, `${JSON.stringify(saved, null, 2)}\n`);

const baselineFile = join(root, "test/bench/baseline.json");
const ratios: Record<string, number> = Object.assign({}, ...Object.values(results).map((section) => section.ratios));
if (values.check) {
  const worse = worseRatios(ratios, JSON.parse(readFileSync(baselineFile, "utf8")));
  for (const line of worse) console.log(line);
  console.log(worse.length === 0 ? "\nNo ratio is more than 20 % worse than in baseline.json." : "");
  process.exitCode = worse.length > 0 ? 1 : 0;
}
if (values.publish) {
  const all: Record<string, number> = Object.assign({}, ...Object.values(known).map((section) => section.ratios));
  const rounded = Object.fromEntries(Object.entries(all).map(([title, ratio]) => [title, Number(ratio.toFixed(3))]));
  writeFileSync(baselineFile, `${JSON.stringify(rounded, null, 2)}\n`);
  if (known.pipelines) writeFileSync(pictureFile, barPicture(known.pipelines, machine()));
  const readme = join(root, "README.md");
  const ordered = Object.fromEntries(
    Object.keys(sections).flatMap((name) => (known[name] ? [[name, known[name]]] : [])),
  );
  writeFileSync(readme, readmeWith(readFileSync(readme, "utf8"), ordered, machine()));
}
