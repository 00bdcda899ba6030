import { readFile } from "node:fs/promises";
import esbuild from "esbuild";
import { runIntegration } from "../workbench/integration.js";
import { root } from "../workbench/paths.js";
import { large, makeData } from "./data.js";
import type { HostDelay } from "./hostDelay.js";
import { benchOutput, type Section, summary } from "./measure.js";

/** Activation, and the event loop of a real extension host while the command scores the 200 pairs. */
export async function host(): Promise<Section> {
  const { predictions, truth } = makeData(large);
  const [results, bundle] = ["host-delay.json", "host-delay.js"].map(benchOutput);
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
    console.log(`  extension host: not measured, ${run.reason}`);
    return { figures: {}, ratios: {} };
  }
  const { activation, maximum, p99 }: HostDelay = JSON.parse(await readFile(results, "utf8"));
  const once = (value: number) => ({ ...summary([value]), unit: "ms" });
  return {
    figures: {
      [`activation in the ${run.host}`]: once(activation),
      "extension host late while 200 pairs are scored, at most": once(maximum),
      "extension host late, 99 of 100 times less than": once(p99),
    },
    ratios: {},
  };
}
