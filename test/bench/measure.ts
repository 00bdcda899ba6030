import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { outFolder, root } from "../workbench/paths.js";
import type { Folders } from "./data.js";

/** Measurements of one thing. */
export interface Timing {
  readonly minimum: number;
  readonly median: number;
  readonly runs: readonly number[];
}

/** A section of the benchmark: what it measured, by title, and the ratios that a check compares. */
export interface Section {
  readonly figures: Readonly<Record<string, Timing & { readonly unit: string }>>;
  /** Lower is better; within one run, so that they hold on any machine. */
  readonly ratios: Readonly<Record<string, number>>;
}

export interface Command {
  readonly command: readonly string[];
  /** Before every run, outside the clock. */
  readonly prepare?: () => void;
}

/** Whole-process seconds, start included, and peak resident megabytes of the Node ones. */
export interface ProcessTiming {
  readonly seconds: Timing;
  readonly megabytes: Timing;
}

/**
 * Runs commands in turn, A B C A B C …: a machine that slows down meanwhile then slows all of them. The first round warms
 * the page cache and is not counted.
 */
export function timeInTurn<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  runs: number,
): Record<Name, ProcessTiming> {
  const entries = Object.entries<Command>(commands);
  const rounds = Array.from({ length: runs + 1 }, () => entries.map(([, command]) => timeOnce(command))).slice(1);
  const timings = entries.map(([name], at) => [
    name,
    {
      seconds: summary(rounds.map((round) => round[at].seconds)),
      megabytes: summary(rounds.map((round) => round[at].megabytes)),
    },
  ]);
  // The entries are those of the commands, which the type of Object.fromEntries cannot express.
  return Object.fromEntries(timings) as Record<Name, ProcessTiming>;
}

const peakFile = join(outFolder, "bench-peak.txt");
const peakHook = join(outFolder, "bench-peak.cjs");

/**
 * Writes a process's peak as it ends. Linux keeps it by memory map; what `resourceUsage` says begins there with the
 * size of the process that started it.
 */
const peakScript = (file: string) => `
const { readFileSync, writeFileSync } = require("node:fs");
const peak = () => {
  try {
    return Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
};
if (require("node:worker_threads").isMainThread) process.on("exit", () => writeFileSync(${JSON.stringify(file)}, String(peak())));
`;

function timeOnce({ command, prepare }: Command): { seconds: number; megabytes: number } {
  const [program, ...args] = command;
  prepare?.();
  rmSync(peakFile, { force: true });
  writeFileSync(peakHook, peakScript(peakFile));
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(peakHook)}` },
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}: ${stderr}`);
  return { seconds, megabytes: program === process.execPath ? Number(readFileSync(peakFile, "utf8")) / 1024 : 0 };
}

export function summary(values: readonly number[]): Timing {
  const sorted = [...values].sort((a, b) => a - b);
  return { minimum: sorted[0], median: sorted[sorted.length >> 1], runs: values };
}

export const cli = (...args: readonly string[]): readonly string[] => [process.execPath, "dist/cli.js", ...args];

/** Reads and inflates the files of a data set on two threads, and nothing else. */
export const floor = ({ truth, predictions }: Folders): readonly string[] => [
  process.execPath,
  "test/bench/opponents/inflate.mjs",
  "2",
  truth,
  predictions,
];

export function machine(): string {
  return `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}`;
}

export const benchOutput = (file: string): string => join(outFolder, file);
