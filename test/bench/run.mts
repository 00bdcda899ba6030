import { readFile } from "node:fs/promises";
import esbuild from "esbuild";
import { runIntegration } from "../workbench/integration.js";
import { root } from "../workbench/paths.js";
import { large, makeData } from "./data.js";
import { reportFirstPaint } from "./firstPaint.js";
import type { HostDelay } from "./hostDelay.js";
import { benchOutput, machine, save, timeCommand } from "./measure.js";
import { reportTable } from "./table.js";

const RUNS = 3;

console.log(machine());
const { truth, predictions, bytes } = makeData(large);
console.log(
  `${large.pairs} pairs of ${large.size} x ${large.size}, seed ${large.seed}, ${(bytes / 1e6).toFixed(0)} MB, made by test/bench/data.ts`,
);

const cli = timeCommand([process.execPath, "dist/cli.js", "score", predictions, truth, "--scores", "pixel"], RUNS);
console.log(
  `command line, pixel scores: median ${cli.median.toFixed(2)} s, minimum ${cli.minimum.toFixed(2)} s of ${RUNS} runs; ${((1000 * cli.median) / large.pairs).toFixed(1)} ms a pair`,
);

const delay = await hostDelay();
const paint = await reportFirstPaint();
const table = await reportTable();
save({
  machine: machine(),
  data: large,
  cli,
  ...(delay && { hostDelay: delay }),
  ...(paint && { firstPaint: paint }),
  ...(table && { table }),
});

/** The event loop of a real extension host while the command scores the data set. */
async function hostDelay(): Promise<HostDelay | undefined> {
  const results = benchOutput("host-delay.json");
  const bundle = benchOutput("host-delay.js");
  await esbuild.build({
    entryPoints: [`${root}/test/bench/hostDelay.ts`],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    define: { JOB: JSON.stringify({ predictions, truth, results }) },
    logLevel: "warning",
  });
  const run = await runIntegration({ bundle, results, workspace: predictions });
  if (!run.available) {
    console.log(`extension host: not measured, ${run.reason}`);
    return undefined;
  }
  const delay: HostDelay = JSON.parse(await readFile(results, "utf8"));
  console.log(
    `extension host (${run.host}) while ${delay.pairs} pairs are scored in ${delay.seconds.toFixed(1)} s: event loop late by at most ${delay.maximum.toFixed(1)} ms, p99 ${delay.p99.toFixed(1)}, mean ${delay.mean.toFixed(1)}; the aim is under 50`,
  );
  return delay;
}
