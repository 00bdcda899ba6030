import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { outFolder, root } from "../workbench/paths.js";

/** Seconds of several runs. */
export interface Timing {
  readonly minimum: number;
  readonly median: number;
  readonly runs: readonly number[];
}

/** Whole-process time of a command, start included; one run to warm the page cache is not counted. */
export function timeCommand(command: readonly string[], runs: number): Timing {
  const [program, ...args] = command;
  const once = () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}: ${stderr}`);
    return (performance.now() - start) / 1000;
  };
  once();
  return summary(Array.from({ length: runs }, once));
}

export function summary(seconds: readonly number[]): Timing {
  const sorted = [...seconds].sort((a, b) => a - b);
  return { minimum: sorted[0], median: sorted[sorted.length >> 1], runs: seconds };
}

export function machine(): string {
  return `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}`;
}

/** Keeps the figures, for comparison: `bench.json` at the root. */
export function save(figures: Readonly<Record<string, unknown>>): void {
  writeFileSync(join(root, "bench.json"), `${JSON.stringify(figures, null, 2)}\n`);
}

export const benchOutput = (file: string): string => join(outFolder, file);
