import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { commands, extensions, Uri } from "vscode";
import type { Api } from "../../src/extension/api.js";

/** What the extension host reports of a run: read by `run.mts`. */
export interface HostDelay {
  /** Milliseconds that activation took, loading included. */
  readonly activation: number;
  readonly pairs: number;
  readonly seconds: number;
  /** Milliseconds that a timer in the extension host came late, above its resolution. */
  readonly maximum: number;
  readonly mean: number;
  readonly p99: number;
}

const RESOLUTION_MS = 1;

/** Set as this bundle is built: an extension host does not inherit the environment of the benchmark. */
declare const JOB: { readonly predictions: string; readonly truth: string; readonly results: string };

/** Called by VS Code in its extension host: scores a folder as the command does, and watches the event loop meanwhile. */
export async function run(): Promise<void> {
  const { predictions, truth, results } = JOB;
  const extension = extensions.getExtension<Api>("mask-inspector.mask-inspector");
  if (!extension) throw new Error("The extension is not installed in this host.");
  const before = performance.now();
  const api = await extension.activate();
  const activation = performance.now() - before;
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const start = performance.now();
  delay.enable();
  await commands.executeCommand("maskInspector.scoreFolder", Uri.file(predictions), undefined, {
    truth: Uri.file(truth),
  });
  delay.disable();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const report: HostDelay = {
    activation,
    pairs: api.run?.done ?? 0,
    seconds: (performance.now() - start) / 1000,
    maximum: late(delay.max),
    mean: late(delay.mean),
    p99: late(delay.percentile(99)),
  };
  writeFileSync(results, JSON.stringify(report));
}
