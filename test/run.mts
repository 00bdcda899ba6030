// `npm test`: every stage, or those named by `-- --only unit,ui`. Ends with `N passed, N failed` alone on the last line.
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { outFolder } from "./workbench/paths.js";
import { detailOf } from "./workbench/results.js";
import { add, check, counts, NOTHING } from "./workbench/stage.js";
import { stages } from "./workbench/stages.js";

const { values } = parseArgs({ options: { only: { type: "string" } } });
const names = stages.map(({ name }) => name);
const chosen = values.only?.split(",") ?? names;
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`npm test: no stage is called ${unknown.join(", ")}; the stages are ${names.join(", ")}`);
  process.exit(2);
}

await mkdir(outFolder, { recursive: true });
let total = NOTHING;
for (const { name, run } of stages.filter((stage) => chosen.includes(stage.name))) {
  const start = performance.now();
  const result = await run().catch((error: unknown) => check(name, false, detailOf(error)));
  // A stage that looks at nothing proves nothing.
  const empty = result.passed + result.failed + result.skipped === 0;
  const outcome = empty ? check(`${name}: no test ran`, false) : result;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const note = result.note === undefined ? "" : ` (${result.note})`;
  console.log(`${name}: ${counts(outcome)}${note}, ${seconds} s`);
  total = add(total, outcome);
}
console.log(counts(total));
process.exit(total.failed > 0 ? 1 : 0);
